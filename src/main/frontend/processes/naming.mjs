// What a diagram names: its own elements, and what has to exist elsewhere for it to run.
export function describe(definitions) {
  const process = processOf(definitions);
  const elements = everything(process);
  const flowNodes = elements.filter((element) => element.$instanceOf('bpmn:FlowNode'));
  const named = (type, property) =>
    definitions.rootElements
      .filter((element) => element.$instanceOf(type))
      .map((element) => ({ element: element.id, name: element[property] ?? '' }));
  const uses = (type, property) =>
    flowNodes.flatMap((node) =>
      extensions(node, type)
        .filter((extension) => extension[property])
        .map((extension) => ({ element: node.id, name: extension[property] })));
  return {
    processId: process.id,
    processName: process.name,
    elements: flowNodes.map(({ id, name }) => ({ id, label: name })),
    jobTypes: [process, ...flowNodes].flatMap((element) =>
      jobTypesOf(element).map((name) => ({ element: element.id, name }))),
    messages: named('bpmn:Message', 'name'),
    errorCodes: named('bpmn:Error', 'errorCode'),
    errorsThrown: flowNodes.filter((node) => node.$instanceOf('bpmn:ThrowEvent')).flatMap(errorCodesOf),
    errorsCaught: flowNodes.filter((node) => node.$instanceOf('bpmn:CatchEvent')).flatMap(errorCodesOf),
    forms: uses('zeebe:FormDefinition', 'formId'),
    decisions: uses('zeebe:CalledDecision', 'decisionId'),
    processes: uses('zeebe:CalledElement', 'processId'),
    groups: uses('zeebe:AssignmentDefinition', 'candidateGroups'),
  };
}

export const processOf = (definitions) =>
  definitions.rootElements.find((element) => element.$instanceOf('bpmn:Process'));

export const everything = (scope) => (scope.flowElements ?? []).flatMap((element) => [element, ...everything(element)]);

export const extensions = (element, type) =>
  (element.extensionElements?.values ?? []).filter((extension) => extension.$type === type);

const errorCodesOf = (event) =>
  (event.eventDefinitions ?? [])
    .filter((definition) => definition.$type === 'bpmn:ErrorEventDefinition')
    .map((definition) => ({ element: event.id, name: definition.errorRef?.errorCode ?? '' }));

const jobTypesOf = (element) => [
  ...extensions(element, 'zeebe:TaskDefinition').map(({ type }) => type ?? ''),
  ...['zeebe:TaskListeners', 'zeebe:ExecutionListeners'].flatMap((kind) =>
    extensions(element, kind).flatMap(({ listeners }) => (listeners ?? []).map(({ type }) => type ?? ''))),
];
