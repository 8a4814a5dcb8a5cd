const unsaved = new Set();

/** Warns before the page is left while `holder` has words that nobody has but this page. */
export function keep(holder) {
  unsaved.add(holder);
}

export function letGo(holder) {
  unsaved.delete(holder);
}

export function isKept(holder) {
  return unsaved.has(holder);
}

/** What was written is not theirs to keep any more. */
export function letGoOfAll() {
  unsaved.clear();
}

addEventListener('beforeunload', (event) => {
  if (unsaved.size > 0) event.preventDefault();
});

// A link that htmx follows leaves the words as well.
document.addEventListener('htmx:confirm', (event) => {
  for (const holder of unsaved) {
    if (!holder.isConnected) unsaved.delete(holder);
  }
  if ([...unsaved].some((holder) => isReplaced(holder, event.detail))) {
    event.preventDefault();
    if (confirm('What you have written here is not recorded yet and would be lost. Leave it?')) {
      unsaved.clear();
      event.detail.issueRequest(true);
    }
  }
});

/** Whether what htmx is about to bring takes the place of `holder`. */
function isReplaced(holder, { elt, target }) {
  const besides = elt.closest('[hx-select-oob]')?.getAttribute('hx-select-oob');
  return target?.contains(holder) || Boolean(besides && holder.closest(besides));
}
