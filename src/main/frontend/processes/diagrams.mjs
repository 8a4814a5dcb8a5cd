// Reads the BPMN files of a folder and answers what they name.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { BpmnModdle } from 'bpmn-moddle';

const zeebe = createRequire(import.meta.url)('zeebe-bpmn-moddle/resources/zeebe.json');

export async function readDiagram(file) {
  return new BpmnModdle({ zeebe }).fromXML(readFileSync(file, 'utf8'));
}

export async function readDiagrams(folder) {
  const files = readdirSync(folder).filter((file) => file.endsWith('.bpmn')).sort();
  return Promise.all(files.map(async (file) => describe((await readDiagram(join(folder, file))).rootElement)));
}

function describe(definitions) {
  const process = definitions.rootElements.find((element) => element.$instanceOf('bpmn:Process'));
  const flowNodes = everything(process).filter((element) => element.$instanceOf('bpmn:FlowNode'));
  const named = (type, property) =>
    definitions.rootElements.filter((element) => element.$instanceOf(type)).map((element) => element[property]);
  return {
    processId: process.id,
    processName: process.name,
    elements: flowNodes.map(({ id, name }) => ({ id, label: name })),
    jobTypes: flowNodes.flatMap(jobTypesOf),
    messages: named('bpmn:Message', 'name'),
    errorCodes: named('bpmn:Error', 'errorCode'),
  };
}

const everything = (scope) => (scope.flowElements ?? []).flatMap((element) => [element, ...everything(element)]);

function jobTypesOf(element) {
  return (element.extensionElements?.values ?? []).flatMap((extension) => {
    switch (extension.$type) {
      case 'zeebe:TaskDefinition':
        return [extension.type];
      case 'zeebe:TaskListeners':
      case 'zeebe:ExecutionListeners':
        return extension.listeners.map((listener) => listener.type);
      default:
        return [];
    }
  });
}
