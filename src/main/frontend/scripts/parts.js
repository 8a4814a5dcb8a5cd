/** Calls `begin` for each element that matches, now and whenever htmx brings one. */
export function onPart(selector, begin) {
  const begun = new WeakSet();
  const look = (root) => {
    for (const part of root.querySelectorAll(selector)) {
      if (!begun.has(part)) {
        begun.add(part);
        begin(part);
      }
    }
  };
  look(document);
  document.addEventListener('htmx:afterSettle', () => look(document));
}
