// Bundles the check of diagrams (parser, bpmnlint, Camunda's rules and ours) into one script for the service, and writes
// down what it says of our own diagrams: the service reads that instead of working it out again.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import compileConfig from 'bpmnlint/lib/support/compile-config.js';
import { examine } from './processes/findings.mjs';
import { config, resolver } from './processes/lint.mjs';

const target = '../../../target/classes/dev/candor/studio/internal';
const ours = '../../../processes';
const rules = await compileConfig(config, resolver);

await build({
  entryPoints: ['processes/in-the-service.mjs'],
  outfile: `${target}/diagram-check.js`,
  bundle: true,
  minify: true,
  format: 'iife',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  conditions: ['import', 'require'],
  target: 'es2022',
  logLevel: 'warning',
  plugins: [
    {
      name: 'rules',
      setup({ onResolve, onLoad }) {
        onResolve({ filter: /^candor:rules$/ }, ({ path }) => ({ path, namespace: 'rules' }));
        onLoad({ filter: /.*/, namespace: 'rules' }, () => ({ contents: rules, resolveDir: '.' }));
      },
    },
  ],
});

const reports = {};
for (const file of readdirSync(ours).filter((name) => name.endsWith('.bpmn'))) {
  const diagram = readFileSync(`${ours}/${file}`);
  const sha256 = createHash('sha256').update(diagram).digest('hex');
  reports[file] = { sha256, report: await examine({ config, resolver }, file, diagram.toString()) };
}
writeFileSync(`${target}/diagram-reports.json`, JSON.stringify(reports));
