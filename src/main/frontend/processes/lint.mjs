// bpmnlint with its recommended rules, Camunda's for 8.8 and our own (.bpmnlintrc), as findings a process owner can act on.
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import Linter from 'bpmnlint/lib/linter.js';
import NodeResolver from 'bpmnlint/lib/resolver/node-resolver.js';
import { readDiagram } from './diagrams.mjs';
import { howToMend } from './mending.mjs';

const config = JSON.parse(readFileSync(new URL('../.bpmnlintrc', import.meta.url), 'utf8'));
const linter = new Linter({ config, resolver: new NodeResolver({ require: createRequire(import.meta.url) }) });

export async function lintFolder(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.bpmn')).sort();
  const findings = await Promise.all(files.map((file) => lintFile(join(folder, file))));
  return findings.flat();
}

async function lintFile(file) {
  let read;
  try {
    read = await readDiagram(file);
  } catch (error) {
    return [{ file, element: 'file', what: `is not BPMN: ${error.message.split('\n')[0].trim()}`, mend: howToMend('unreadable') }];
  }
  const unresolved = read.warnings.map(({ message }) => ({ file, element: 'file', what: message.split('\n')[0], mend: howToMend('unreadable') }));
  const results = await linter.lint(read.rootElement);
  const reported = Object.entries(results).flatMap(([rule, reports]) =>
    reports
      .filter(({ category }) => category !== 'info')
      .map(({ id, message }) => ({ file, element: id, what: message, mend: howToMend(rule) })));
  return [...unresolved, ...misnamed(file, read.rootElement), ...reported];
}

function misnamed(file, definitions) {
  const process = definitions.rootElements.find((element) => element.$type === 'bpmn:Process');
  if (!process) {
    return [{ file, element: 'file', what: 'has no process', mend: 'draw one, or take the file away' }];
  }
  const expected = `${process.id.replace(/Process$/, '').replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase()}.bpmn`;
  return basename(file) === expected
    ? []
    : [{ file, element: process.id, what: `is kept in ${basename(file)}`, mend: `rename the file to ${expected}, after the process` }];
}
