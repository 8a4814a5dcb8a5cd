// Reads the BPMN files of a folder and answers what they name.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from './naming.mjs';
import { readDiagram } from './reading.mjs';

export async function readDiagrams(folder) {
  const files = readdirSync(folder).filter((file) => file.endsWith('.bpmn')).sort();
  return Promise.all(
    files.map(async (file) => describe((await readDiagram(readFileSync(join(folder, file), 'utf8'))).rootElement)),
  );
}
