// Draws the diagrams of processes/ into src/docs/images/processes: `npm run draw:processes`, after a diagram has changed.
// Needs a Chromium or Chrome on the PATH, or in the environment variable CHROMIUM.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readDiagram } from './processes/reading.mjs';

const MARGIN = 24;
const processes = '../../../processes';
const images = '../../docs/images/processes';
const require = createRequire(import.meta.url);

function findBrowser() {
  const known = [process.env.CHROMIUM, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const found = known.filter(Boolean).find((name) => spawnSync(name, ['--version']).status === 0);
  if (!found) {
    console.error('Drawing needs Chromium or Chrome. Install one, or name it in the environment variable CHROMIUM.');
    process.exit(1);
  }
  return found;
}

/** The size of what holds every shape, label and waypoint. */
function sizeOf(definitions) {
  const points = definitions.diagrams[0].plane.planeElement.flatMap((di) => [
    ...[di.bounds, di.label?.bounds].filter(Boolean).flatMap(({ x, y, width, height }) => [[x, y], [x + width, y + height]]),
    ...(di.waypoint ?? []).map(({ x, y }) => [x, y]),
  ]);
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const length = (values) => Math.ceil(Math.max(...values) - Math.min(...values)) + 2 * MARGIN;
  return { width: length(xs), height: length(ys) };
}

/** Shows the diagram as bpmn-js exports it, in the middle of a page of this size. */
function page(xml, { width, height }) {
  const viewer = pathToFileURL(require.resolve('bpmn-js/dist/bpmn-viewer.production.min.js'));
  return `<!doctype html><meta charset="utf-8">
<style>
  body { margin: 0; background: #fff; width: ${width}px; height: ${height}px }
  svg { display: block; box-sizing: border-box; width: 100%; height: 100%; padding: ${MARGIN}px }
</style>
<div id="canvas"></div><script src="${viewer}"></script>
<script>
  const viewer = new BpmnJS({ container: '#canvas', textRenderer: { defaultStyle: { fontFamily: 'Liberation Sans, Arial, sans-serif' } } });
  viewer.importXML(${JSON.stringify(xml).replace(/</g, '\\u003c')})
    .then(() => viewer.saveSVG())
    .then(({ svg }) => { document.body.innerHTML = svg; });
</script>`;
}

const browser = findBrowser();
const work = mkdtempSync(join(tmpdir(), 'candor-drawing-'));
mkdirSync(images, { recursive: true });
for (const file of readdirSync(processes).filter((name) => name.endsWith('.bpmn')).sort()) {
  const diagram = join(processes, file);
  const image = `${basename(file, '.bpmn')}.png`;
  const size = sizeOf((await readDiagram(readFileSync(diagram, 'utf8'))).rootElement);
  writeFileSync(join(work, 'page.html'), page(readFileSync(diagram, 'utf8'), size));
  execFileSync(browser, [
    '--headless=new', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--force-device-scale-factor=2',
    '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
    '--allow-file-access-from-files', '--virtual-time-budget=5000',
    `--window-size=${size.width},${size.height}`, `--user-data-dir=${join(work, 'profile')}`,
    `--screenshot=${resolve(images, image)}`, pathToFileURL(join(work, 'page.html')).href,
  ], { stdio: 'ignore', timeout: 60_000 });
  console.log(`${file} -> ${image} (${size.width} x ${size.height})`);
}
rmSync(work, { recursive: true, force: true });
