// Writes what the diagrams in processes/ name as Java constants of dev.candor.process:
// job types, messages, error codes, and the elements of each process. A name that left its diagram stops compiling.
import { mkdirSync, readFileSync, rmSync, readdirSync, writeFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { readDiagrams } from './processes/diagrams.mjs';

const diagrams = await readDiagrams('../../../processes');
const target = '../../../target/generated-sources/processes/dev/candor/process';

const upperSnake = (name) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase();

/** Any element name as text of a Javadoc comment. */
const plain = (text) =>
  text.replace(/[&<>@\\*]/g, (character) => `&#${character.codePointAt(0)};`).replace(/\s+/g, ' ');

/** One final class of string constants; entries are [constant, value, sentence or undefined]. */
function javaClass(name, purpose, entries) {
  const constants = [...new Map(entries.map((entry) => [entry[0], entry])).values()]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([constant, value, sentence]) => {
      const doc = sentence ? `  /** ${plain(sentence)} */\n` : '';
      return `${doc}  public static final String ${constant} = ${JSON.stringify(value)};\n`;
    });
  return `package dev.candor.process;

/** ${purpose} Generated from the diagrams by each build. */
public final class ${name} {

${constants.join('\n')}
  private ${name}() {}
}
`;
}

const sources = new Map();
const named = (pick) => diagrams.flatMap(pick).map(({ name }) => name);

sources.set('JobTypes', javaClass('JobTypes', 'The job types that diagrams name, task listeners included.',
  named((diagram) => diagram.jobTypes).map((type) => [upperSnake(type.replace(/^candor\./, '')), type])));
sources.set('Messages', javaClass('Messages', 'The messages that diagrams wait for.',
  named((diagram) => diagram.messages).map((name) => [upperSnake(name.replace(/^Msg_/, '')), name])));

const errorCodes = named((diagram) => diagram.errorCodes);
if (errorCodes.length > 0) {
  sources.set('ErrorCodes', javaClass('ErrorCodes', 'The errors that diagrams catch.',
    errorCodes.map((code) => [upperSnake(code.replace(/^Err_/, '')), code])));
}

for (const { processId, processName, elements } of diagrams) {
  const name = `${processId.replace(/Process$/, '')}Elements`;
  sources.set(name, javaClass(name, `The elements of the process "${processName}".`, [
    ['PROCESS', processId, 'The process itself.'],
    ...elements.map(({ id, label }) => [upperSnake(id), id, label && `"${label}"`]),
  ]));
}

mkdirSync(target, { recursive: true });
readdirSync(target).filter((file) => !sources.has(file.replace('.java', ''))).forEach((file) => rmSync(join(target, file)));
for (const [name, source] of sources) {
  const file = join(target, `${name}.java`);
  if (!existsSync(file) || readFileSync(file, 'utf8') !== source) {
    writeFileSync(file, source);
  }
}
