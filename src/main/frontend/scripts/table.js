// Draws the decision that the page is about, out of a DMN file.
import { read } from './server.js';

export async function table(part, Viewer) {
  const { source, id } = await read(part.dataset.table);
  const viewer = new Viewer({ container: part });
  await viewer.importXML(source, { open: false });
  const view = viewer.getViews().find(({ element }) => element.id === id) ?? viewer.getViews()[0];
  await viewer.open(view);
  // What scrolls can be reached by keyboard.
  part.querySelector('.tjs-table-container')?.setAttribute('tabindex', '0');
  part.dataset.drawn = 'yes';
}
