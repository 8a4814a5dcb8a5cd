// A case that is open says when it changed, and shows it when asked, with what one is writing kept. It is taken away at once from
// who may not see it any more.
import { tell } from './live.js';
import { onPart } from './parts.js';
import { isKept, letGo, letGoOfAll } from './unsaved.js';

onPart('[data-case]', (part) => {
  part.addEventListener('candor:changed', () => say(part));
  part.addEventListener('candor:gone', () => close(part));
});

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
  const page = await load();
  const now = page?.querySelector('[data-case]');
  if (!now) {
    if (page) gone(page);
    button.disabled = false;
    return;
  }
  const first = [...part.querySelectorAll('section[id], h2')].find((each) => each.getBoundingClientRect().bottom > 0);
  const top = first?.getBoundingClientRect().top;
  for (const form of part.querySelectorAll('form[data-keep]')) {
    const fresh = now.querySelector(`form[data-keep][action="${CSS.escape(form.getAttribute('action'))}"]`);
    if (isKept(form) && fresh) fresh.replaceWith(form);
    else letGo(form);
  }
  part.dataset.shown = now.dataset.shown;
  part.replaceChildren(...now.childNodes);
  const same = first && document.getElementById(first.id);
  if (same) scrollBy(0, same.getBoundingClientRect().top - top);
  // Drawings, offers of names and the like begin with what is new.
  document.dispatchEvent(new CustomEvent('htmx:afterSettle', { detail: { target: part } }));
  const title = part.querySelector('h1, h2');
  title.tabIndex = -1;
  title.focus({ preventScroll: true });
  tell();
}

/** Asks before it believes: an event says only to look again. */
async function close(part) {
  const page = await load();
  const now = page?.querySelector('[data-case]');
  if (page && !now) gone(page);
  else if (now && now.dataset.shown !== part.dataset.shown) say(part);
}

/** Nothing of it stays on the page. */
function gone(page) {
  letGoOfAll();
  document.title = page.title;
  document.body.replaceChildren(...page.body.childNodes);
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
