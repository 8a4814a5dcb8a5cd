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
  tellReasons(part, view.element.decisionLogic?.rule ?? []);
  part.dataset.drawn = 'yes';
}

/** What is noted at each row, below: beside it there is no room for sentences. */
function tellReasons(part, rules) {
  const reasons = document.createElement('ol');
  rules.forEach(({ description }, index) => {
    if (description?.trim()) {
      const reason = document.createElement('li');
      reason.value = index + 1;
      reason.textContent = description.trim();
      reasons.append(reason);
    }
  });
  if (reasons.childElementCount > 0) {
    const heading = document.createElement('h3');
    heading.textContent = 'Why each row is there';
    reasons.className = 'reasons';
    part.after(heading, reasons);
    part.classList.add('with-reasons');
  }
}
