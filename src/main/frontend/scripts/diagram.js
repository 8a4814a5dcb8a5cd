// Draws a BPMN diagram with the running and the passed elements marked.
import { read } from './server.js';

const colours = {
  defaultFillColor: 'var(--sheet)',
  defaultStrokeColor: 'var(--ink)',
  defaultLabelColor: 'var(--ink)',
};

export async function diagram(part, Viewer) {
  const canvasPlace = part.querySelector('[data-canvas]');
  try {
    const picture = await read(part.dataset.diagram);
    const viewer = new Viewer({ container: canvasPlace, bpmnRenderer: colours });
    await viewer.importXML(picture.xml);
    const canvas = viewer.get('canvas');
    mark(viewer, canvas, picture.passed, 'passed');
    mark(viewer, canvas, picture.active, 'active');
    // Scrolling the page over a diagram must scroll the page.
    viewer.get('zoomScroll').toggle(false);
    const fit = () => canvas.zoom('fit-viewport', 'auto');
    fit();
    tools(part, canvas, fit);
    new ResizeObserver(fit).observe(canvasPlace);
    part.dataset.drawn = 'yes';
  } catch {
    part.hidden = true;
  }
}

function mark(viewer, canvas, ids, marker) {
  const registry = viewer.get('elementRegistry');
  for (const id of ids) {
    if (registry.get(id)) canvas.addMarker(id, marker);
  }
}

function tools(part, canvas, fit) {
  const act = {
    in: () => canvas.zoom(canvas.zoom() * 1.25),
    out: () => canvas.zoom(canvas.zoom() / 1.25),
    fit,
  };
  for (const button of part.querySelectorAll('[data-zoom]')) {
    button.hidden = false;
    button.addEventListener('click', act[button.dataset.zoom]);
  }
}
