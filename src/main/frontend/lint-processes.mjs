// Lints the diagrams of a folder (processes/ when none is named): one line per finding, exit code 1 when there is any.
import { relative } from 'node:path';
import { lintFolder } from './processes/lint.mjs';

const folder = process.argv[2] ?? '../../../processes';
const findings = await lintFolder(folder);
for (const { file, element, what, mend } of findings) {
  console.log(`${relative(folder, file)}: ${element}: ${what}${mend ? `; ${mend}` : ''}`);
}
process.exitCode = findings.length > 0 ? 1 : 0;
