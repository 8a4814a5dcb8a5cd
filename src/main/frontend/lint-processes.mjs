// Lints the diagrams of a folder (processes/ when none is named): one line per finding, exit code 1 when there is any.
import { lintFolder } from './processes/lint.mjs';

const findings = await lintFolder(process.argv[2] ?? '../../../processes');
for (const { file, element, what, mend } of findings) {
  console.log(`${file}: ${element}: ${what}${mend ? `; ${mend}` : ''}`);
}
process.exitCode = findings.length > 0 ? 1 : 0;
