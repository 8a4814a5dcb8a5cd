// Draws a BPMN diagram with the running and the passed elements marked.
import { read } from './server.js';

const colours = {
  defaultFillColor: 'var(--sheet)',
  defaultStrokeColor: 'var(--ink)',
  defaultLabelColor: 'var(--ink)',
};

/** The scale at which names in the diagram can be read. */
const READABLE = 0.85;

/** Room around the whole diagram, in its own units. */
const MARGIN = 40;

export async function diagram(part, Viewer) {
  const canvasPlace = part.querySelector('[data-canvas]');
  try {
    await unfolded(part.closest('details'));
    const picture = await read(part.dataset.diagram);
    const viewer = new Viewer({ container: canvasPlace, bpmnRenderer: colours });
    await viewer.importXML(picture.xml ?? picture.source);
    const canvas = viewer.get('canvas');
    const active = picture.active ?? [];
    mark(viewer, canvas, picture.passed ?? [], 'passed');
    mark(viewer, canvas, active, 'active');
    count(viewer, picture.counts ?? {});
    if (part.dataset.heat) heat(viewer, canvas, document.getElementById(part.dataset.heat).tBodies[0].rows);
    // Scrolling the page over a diagram must scroll the page.
    viewer.get('zoomScroll').toggle(false);
    const whole = () => entire(canvas);
    const here = () => readable(viewer, canvas, active);
    // A route that has ended stands nowhere: it is shown as a whole.
    const running = active.length > 0;
    fitHeight(canvasPlace, canvas, running ? READABLE : scaleOfAll(canvas));
    (running ? here : whole)();
    tools(part, canvas, whole, here, running);
    part.dataset.drawn = 'yes';
  } catch {
    part.hidden = true;
  }
}

/** What is folded away has no size to be drawn in. */
function unfolded(fold) {
  return fold && !fold.open && new Promise((resolve) => fold.addEventListener('toggle', resolve, { once: true }));
}

function mark(viewer, canvas, ids, marker) {
  const registry = viewer.get('elementRegistry');
  for (const id of ids) {
    if (registry.get(id)) canvas.addMarker(id, marker);
  }
}

/** How many cases stand at each element, and how many of them are held by an incident. */
function count(viewer, counts) {
  const overlays = viewer.get('overlays');
  for (const [id, { waiting, stuck }] of Object.entries(counts)) {
    const element = viewer.get('elementRegistry').get(id);
    if (!element?.parent) continue;
    const badge = document.createElement('span');
    badge.className = stuck > 0 ? 'cases-here stuck' : 'cases-here';
    badge.textContent = stuck > 0 ? `${waiting + stuck}, ${stuck} held` : `${waiting}`;
    badge.title = `${waiting + stuck} cases here, ${stuck} held by an incident`;
    overlays.add(id, { position: { top: -12, right: 16 }, html: badge });
  }
}

/** What the rows of a table tell of each element: in words that stay readable, and the deeper in colour the more. */
function heat(viewer, canvas, rows) {
  for (const { dataset: { element, level, label }, cells: [name] } of rows) {
    if (level === '0' || !viewer.get('elementRegistry').get(element)?.parent) continue;
    canvas.addMarker(element, `heat-${level}`);
    const badge = document.createElement('span');
    badge.className = 'cases-here';
    badge.textContent = label;
    badge.title = `${name.textContent}: ${label}`;
    viewer.get('overlays').add(element, { position: { top: -28, left: 0 }, scale: { min: 0.9 }, html: badge });
  }
}

/** The largest scale, up to life size, at which all of it is as wide as its place. */
function scaleOfAll(canvas) {
  const { inner, outer } = canvas.viewbox();
  return Math.min(1, outer.width / (inner.width + 2 * MARGIN));
}

/** All of it, in the middle. */
function entire(canvas) {
  const { inner, outer } = canvas.viewbox();
  const scale = Math.min(scaleOfAll(canvas), outer.height / (inner.height + 2 * MARGIN));
  const width = outer.width / scale;
  const height = outer.height / scale;
  canvas.viewbox({
    x: inner.x - (width - inner.width) / 2,
    y: inner.y - (height - inner.height) / 2,
    width,
    height,
  });
}

/** As high as the diagram is at this scale, within reason. */
function fitHeight(place, canvas, scale) {
  const { inner } = canvas.viewbox();
  place.style.height = `${Math.round(Math.min(480, Math.max(240, inner.height * scale + 64)))}px`;
  canvas.resized();
}

/** Large enough to be read, with the running element in the middle, or with the start at the left. */
function readable(viewer, canvas, active) {
  canvas.zoom('fit-viewport', 'auto');
  if (canvas.zoom() >= READABLE) return;
  const { inner, outer } = canvas.viewbox();
  const width = outer.width / READABLE;
  const height = outer.height / READABLE;
  const element = active.map((id) => viewer.get('elementRegistry').get(id)).find(Boolean);
  const x = element ? element.x + (element.width ?? 0) / 2 - width / 2 : inner.x - 24;
  canvas.viewbox({
    x: Math.max(inner.x - 24, Math.min(x, inner.x + inner.width + 24 - width)),
    y: inner.height < height ? inner.y - (height - inner.height) / 2 : inner.y - 24,
    width,
    height,
  });
}

function tools(part, canvas, whole, here, standsSomewhere) {
  const act = {
    in: () => canvas.zoom(canvas.zoom() * 1.25),
    out: () => canvas.zoom(canvas.zoom() / 1.25),
    whole,
    here,
  };
  for (const button of part.querySelectorAll('[data-zoom]')) {
    button.hidden = button.dataset.zoom === 'here' && !standsSomewhere;
    button.addEventListener('click', act[button.dataset.zoom]);
  }
}
