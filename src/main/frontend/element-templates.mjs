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

// An envelope and a task may ask for the same job; a template is for one of them.
const uses = new Map();
for (const name of readdirSync(folder).filter((name) => name.endsWith('.bpmn')).sort()) {
  const { rootElement } = await readDiagram(readFileSync(join(folder, name), 'utf8'));
  for (const node of everything(processOf(rootElement))) {
    for (const definition of extensions(node, 'zeebe:TaskDefinition')) {
      if (!definition.type.startsWith('=')) {
        const use = `${definition.type} ${node.$type}`;
        uses.set(use, [...(uses.get(use) ?? []), template(node, definition)]);
      }
    }
  }
}

// What all uses say alike is filled in; what they say differently is left open, and has to be; what only some say may be.
const common = (all) => {
  const uses = new Map();
  for (const property of all.flatMap(({ properties }) => properties)) {
    const binding = JSON.stringify(property.binding);
    uses.set(binding, [...(uses.get(binding) ?? []), property]);
  }
  return { ...all[0], properties: [...uses.values()].map((said) => open(said, all.length)) };
};

function open(said, uses) {
  const [first] = said;
  if (said.length < uses) {
    return { ...first, value: undefined, constraints: undefined, feel: undefined, optional: true };
  }
  return said.every(({ value }) => value === first.value) ? first : { ...first, value: undefined, constraints: { notEmpty: true } };
}

const templates = [...uses].map(([use, all]) => ({
  ...common(all),
  ...(use.endsWith(' bpmn:ServiceTask') && uses.has(use.replace('ServiceTask', 'EndEvent')) && { id: `${all[0].id}-task` }),
}));
templates.sort((one, other) => one.id.localeCompare(other.id));
writeFileSync(file, `${JSON.stringify(templates, null, 2)}\n`);
