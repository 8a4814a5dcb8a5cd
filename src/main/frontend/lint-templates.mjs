// Holds the element templates to the official schema: one line per finding, exit code 1 when there is any.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { validateZeebe } from '@bpmn-io/element-templates-validator';

const folder = '../../../processes/element-templates';
let findings = 0;
for (const file of readdirSync(folder).filter((name) => name.endsWith('.json')).sort()) {
  for (const template of [JSON.parse(readFileSync(join(folder, file), 'utf8'))].flat()) {
    for (const { message } of validateZeebe(template).errors ?? []) {
      findings += 1;
      console.log(`element-templates/${file}: ${template.id}: ${message}; see the schema it names`);
    }
  }
}
process.exitCode = findings > 0 ? 1 : 0;
