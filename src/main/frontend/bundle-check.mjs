// Bundles the check of diagrams (parser, bpmnlint, Camunda's rules and ours) into one script for the service.
import { build } from 'esbuild';
import compileConfig from 'bpmnlint/lib/support/compile-config.js';
import { config, resolver } from './processes/lint.mjs';

const rules = await compileConfig(config, resolver);

await build({
  entryPoints: ['processes/in-the-service.mjs'],
  outfile: '../../../target/classes/dev/candor/studio/internal/diagram-check.js',
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
