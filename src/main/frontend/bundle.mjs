// Bundles each entry of entries/ into target/classes/static/assets, with what it imports.
import { build } from 'esbuild';
import { readdirSync } from 'node:fs';

await build({
  entryPoints: readdirSync('entries').filter((name) => /\.(js|css)$/.test(name)).map((name) => `entries/${name}`),
  outdir: '../../../target/classes/static/assets',
  bundle: true,
  minify: true,
  sourcemap: false,
  format: 'esm',
  target: 'es2022',
  loader: { '.woff2': 'file', '.woff': 'file', '.ttf': 'file', '.eot': 'file', '.svg': 'file' },
  assetNames: 'files/[name]-[hash]',
  logLevel: 'warning',
});
