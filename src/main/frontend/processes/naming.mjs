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
    groups: [...uses('zeebe:AssignmentDefinition', 'candidateGroups'), ...flowNodes.flatMap(groupsAddressed)],
    steps: flowNodes.flatMap((node) => headersOf(node, 'step')),
    notices: flowNodes.flatMap((node) => headersOf(node, 'notice')),
    reviewers: flowNodes.flatMap((node) => headersOf(node, 'role')),
    deciders: flowNodes.flatMap((node) => headersOf(node, 'decider')),
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

/** Whom a worker writes to, and for whom a part is gone through once each: a group nobody is in would be told in vain. */
const groupsAddressed = (element) => [
  ...extensions(element, 'zeebe:IoMapping')
    .flatMap(({ inputParameters }) => inputParameters ?? [])
    .filter(({ target }) => target === 'groups')
    .map(({ source }) => source),
  ...(element.loopCharacteristics ? extensions(element.loopCharacteristics, 'zeebe:LoopCharacteristics') : [])
    .filter(({ inputElement }) => inputElement === 'group')
    .map(({ inputCollection }) => inputCollection),
].filter(Boolean).map((name) => ({ element: element.id, name }));

const headersOf = (element, key) =>
  extensions(element, 'zeebe:TaskHeaders')
    .flatMap(({ values }) => values ?? [])
    .filter((header) => header.key === key && header.value)
    .map(({ value }) => ({ element: element.id, name: value }));
