// Writes processes/element-templates/workers.json: what the diagrams say to each worker, as a template for the modeler.
// `npm run element-templates`, after a worker was put into a diagram for the first time.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDiagram } from './processes/reading.mjs';
import { everything, extensions, processOf } from './processes/naming.mjs';

const folder = '../../../processes';
const file = join(folder, 'element-templates', 'workers.json');

const template = (node, { type, retries }) => ({
  $schema: 'https://unpkg.com/@camunda/zeebe-element-templates-json-schema/resources/schema.json',
  name: node.$instanceOf('bpmn:Event') ? label(type.replace(/^candor\./, '').replaceAll('-', ' ')) : node.name,
  id: `dev.candor.${type.replace(/^candor\./, '')}`,
  version: 1,
  ...(node.documentation?.[0] && { description: firstSentence(node.documentation[0].text) }),
  engines: { camunda: '^8.8' },
  ...(node.$instanceOf('bpmn:EndEvent')
    ? { appliesTo: [node.$type], elementType: { value: node.$type, eventDefinition: node.eventDefinitions[0].$type } }
    : { appliesTo: ['bpmn:Task', node.$type], elementType: { value: node.$type } }),
  properties: [
    { type: 'Hidden', value: type, binding: { type: 'zeebe:taskDefinition', property: 'type' } },
    { type: 'Hidden', value: retries, binding: { type: 'zeebe:taskDefinition', property: 'retries' } },
    ...headers(node),
    ...mappings(node),
  ],
});

const firstSentence = (text) => text.trim().split(/(?<=[.:])\s/)[0].replace(/:$/, '.');

const label = (name) => name.replace(/([a-z])([A-Z])/g, (_, end, start) => `${end} ${start.toLowerCase()}`).replace(/^./, (first) => first.toUpperCase());

const headers = (node) =>
  extensions(node, 'zeebe:TaskHeaders').flatMap(({ values }) =>
    (values ?? []).map(({ key, value }) => ({
      label: label(key), type: 'String', value, constraints: { notEmpty: true }, binding: { type: 'zeebe:taskHeader', key },
    })));

const mappings = (node) =>
  extensions(node, 'zeebe:IoMapping').flatMap(({ inputParameters, outputParameters }) => [
    ...(inputParameters ?? []).map(({ source, target }) => ({
      label: label(target), type: 'String', feel: 'required', value: source, binding: { type: 'zeebe:input', name: target },
    })),
    ...(outputParameters ?? []).map(({ source, target }) => ({
      label: `Variable for ${label(source.replace(/^=/, '')).toLowerCase()}`, type: 'String', value: target, binding: { type: 'zeebe:output', source },
    })),
  ]);

const templates = new Map();
for (const name of readdirSync(folder).filter((name) => name.endsWith('.bpmn')).sort()) {
  const { rootElement } = await readDiagram(readFileSync(join(folder, name), 'utf8'));
  for (const node of everything(processOf(rootElement))) {
    for (const definition of extensions(node, 'zeebe:TaskDefinition')) {
      if (!definition.type.startsWith('=') && !templates.has(definition.type)) {
        templates.set(definition.type, template(node, definition));
      }
    }
  }
}
const sorted = [...templates.values()].sort((one, other) => one.id.localeCompare(other.id));
writeFileSync(file, `${JSON.stringify(sorted, null, 2)}\n`);
