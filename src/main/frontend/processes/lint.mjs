// The diagrams of a folder, held to bpmnlint's recommended rules, Camunda's for 8.8 and our own (.bpmnlintrc).
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import NodeResolver from 'bpmnlint/lib/resolver/node-resolver.js';
import { examine } from './findings.mjs';

export const config = JSON.parse(readFileSync(new URL('../.bpmnlintrc', import.meta.url), 'utf8'));
export const resolver = new NodeResolver({ require: createRequire(import.meta.url) });

export async function lintFolder(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.bpmn')).sort();
  const findings = await Promise.all(
    files.map(async (file) => {
      const { findings } = await examine({ config, resolver }, basename(file), readFileSync(join(folder, file), 'utf8'));
      return findings.map((finding) => ({ file, ...finding }));
    }),
  );
  return findings.flat();
}
