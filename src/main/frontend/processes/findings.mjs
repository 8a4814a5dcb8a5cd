// What is wrong with one diagram, as findings a process owner can act on. Runs in Node and inside the service alike.
import Linter from 'bpmnlint/lib/linter.js';
import { describe, processOf } from './naming.mjs';
import { howToMend } from './mending.mjs';
import { readDiagram } from './reading.mjs';

/**
 * Answers the findings, and what the diagram names where it can be read. `rules` are bpmnlint's configuration and
 * resolver; each diagram gets a linter of its own, since some rules remember what they have seen.
 */
export async function examine(rules, file, xml) {
  let read;
  try {
    read = await readDiagram(xml);
  } catch (error) {
    return { findings: [unreadable(`is not BPMN: ${error.message.split('\n')[0].trim()}`)] };
  }
  const definitions = read.rootElement;
  const unresolved = read.warnings.map(({ message }) => unreadable(message.split('\n')[0]));
  if (!processOf(definitions)) {
    return { findings: [...unresolved, { element: 'file', what: 'has no process', mend: 'draw one, or take the file away' }] };
  }
  const results = await new Linter(rules).lint(definitions);
  const reported = Object.entries(results).flatMap(([rule, reports]) =>
    reports
      .filter(({ category }) => category !== 'info')
      .map(({ id, message }) => ({ element: id, what: message, mend: howToMend(rule) })));
  return { findings: [...unresolved, ...misnamed(file, definitions), ...reported], names: describe(definitions) };
}

const unreadable = (what) => ({ element: 'file', what, mend: howToMend('unreadable') });

function misnamed(file, definitions) {
  const { id } = processOf(definitions);
  const expected = `${id.replace(/Process$/, '').replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase()}.bpmn`;
  return file === expected
    ? []
    : [{ element: id, what: `is kept in ${file}`, mend: `rename the file to ${expected}, after the process` }];
}
