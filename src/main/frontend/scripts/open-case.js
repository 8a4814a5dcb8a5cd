// A case that is open says when it changed, and shows it when asked, with what one is writing kept. It is taken away at once from
// who may not see it any more.
import { tell } from './live.js';
import { onPart } from './parts.js';
import { isKept, letGo, letGoOfAll } from './unsaved.js';

/** Milliseconds after which who sent something and still is here has called it off. */
const CALLED_OFF_AFTER = 30_000;

/** What is at work on a part for who looks at it: until it is done, a change may be their own. */
const atWork = new Map();

onPart('[data-case]', (part) => {
  part.addEventListener('candor:changed', () => {
    if (atWork.has(part)) atWork.get(part).changed = part.dataset.shown;
    else say(part);
  });
  part.addEventListener('candor:gone', gone);
});

/** Does what changes the case, and says nothing of the change when the case is shown with it afterwards. */
export async function quietly(part, work) {
  const mine = atWork.get(part) ?? { count: 0 };
  atWork.set(part, mine);
  mine.count++;
  try {
    return await work();
  } finally {
    mine.count--;
    if (mine.count === 0) {
      atWork.delete(part);
      if (mine.changed === part.dataset.shown) say(part);
    }
  }
}

document.addEventListener('submit', (event) => {
  if (!event.defaultPrevented && event.target.method === 'post') leave(Promise.resolve());
});
document.addEventListener('candor:completed', (event) => leave(event.detail));

/** What is sent leads to another page, which has what it changed, unless it is refused or called off. */
function leave(sent) {
  const back = new Promise((resolve) => {
    addEventListener('pageshow', resolve, { once: true });
    setTimeout(resolve, CALLED_OFF_AFTER);
  });
  for (const part of document.querySelectorAll('[data-case]')) {
    quietly(part, () => sent.then(() => back, () => undefined));
  }
}

function say(part) {
  const place = part.querySelector('[data-changed]');
  if (place.childElementCount > 0) return;
  const notice = document.createElement('div');
  notice.className = 'notice';
  const words = document.createElement('p');
  words.textContent = 'This case has changed since you opened it.';
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button';
  button.textContent = 'Show it as it is now';
  button.addEventListener('click', () => show(part, button));
  notice.append(words, button);
  place.append(notice);
}

async function show(part, button) {
  button.disabled = true;
  if (await renew(part)) return;
  button.disabled = false;
  button.previousElementSibling.textContent = 'This case has changed since you opened it. It could not be shown just now: try again, or load the page again.';
}

/**
 * Shows the case as it is now, with the focus at the heading below `place` or at its title; false when the service could not be
 * asked.
 */
export async function renew(part, place) {
  const page = await load();
  if (!page) return false;
  if (page.querySelector('[data-case]')) {
    put(part, page);
    const title = part.querySelector(place ? `h2${place}, ${place} > h2` : 'h1, h2');
    title.tabIndex = -1;
    title.focus({ preventScroll: !place });
  } else gone();
  return true;
}

/** Puts the case as `page` has it in place of `part`: what is read stays in view, what is written and what is unfolded stays so. */
export function put(part, page) {
  const now = page.querySelector('[data-case]');
  const scrolled = scroller(part);
  const top = scrolled?.getBoundingClientRect().top ?? 0;
  const first = headings(part).find((each) => each.getBoundingClientRect().bottom > top);
  const before = first?.getBoundingClientRect().top;
  for (const form of part.querySelectorAll('form[data-keep]')) {
    const fresh = now.querySelector(`form[data-keep][action="${CSS.escape(form.getAttribute('action'))}"]`);
    if (isKept(form) && fresh) fresh.replaceWith(form);
    else letGo(form);
  }
  unfold(part, now);
  part.dataset.shown = now.dataset.shown;
  part.replaceChildren(...now.childNodes);
  const same = first && headings(part).find((each) => each.textContent === first.textContent);
  if (same) (scrolled ?? window).scrollBy(0, same.getBoundingClientRect().top - before);
  // Drawings, offers of names and the like begin with what is new.
  document.dispatchEvent(new CustomEvent('htmx:afterSettle', { detail: { target: part } }));
  tell();
}

/** The pane that the case is in, where it is scrolled by itself. */
function scroller(part) {
  const pane = part.closest('.pane');
  return pane && getComputedStyle(pane).overflowY !== 'visible' ? pane : undefined;
}

function headings(part) {
  return [...part.querySelectorAll('.section > h2, :scope > h2')];
}

/** What is unfolded in `before` is so in `after`, however much there is in it; folds that say the same are told apart by their order. */
function unfold(before, after) {
  const folds = (root) => [...root.querySelectorAll('details')];
  const words = (fold) => fold.querySelector('summary').textContent.replace(/\d+/g, '');
  for (const fold of folds(before)) {
    const alike = (other) => words(other) === words(fold);
    const same = folds(after).filter(alike)[folds(before).filter(alike).indexOf(fold)];
    if (same) same.open = fold.open;
  }
}

/**
 * Nothing of it stays on the page. The service is not asked for it again: the ledger would have it that this person tried to read
 * what is not theirs.
 */
function gone() {
  const place = document.createElement('main');
  place.className = 'door';
  document.body.replaceChildren(place);
  document.title = 'Not done · Candor';
  letGoOfAll();
  const title = document.createElement('h1');
  title.textContent = 'There is nothing here';
  title.tabIndex = -1;
  const why = document.createElement('p');
  why.textContent = 'The case that was open here is not one that you need know of any more. Nothing was changed.';
  const start = document.createElement('a');
  start.className = 'button primary';
  start.href = '/';
  start.textContent = 'To the start';
  const intro = document.createElement('div');
  intro.className = 'intro';
  intro.append(title, why);
  const actions = document.createElement('p');
  actions.className = 'actions';
  actions.append(start);
  place.append(intro, actions);
  title.focus();
  tell();
}

/** The page as it is for who looks now; undefined when the service does not answer, or does not know who that is. */
async function load() {
  try {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
    if (answer.redirected || (!answer.ok && ![403, 404].includes(answer.status))) return undefined;
    return new DOMParser().parseFromString(await answer.text(), 'text/html');
  } catch {
    return undefined;
  }
}
