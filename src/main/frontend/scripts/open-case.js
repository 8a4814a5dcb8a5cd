// A case that is open says when it changed, and shows it when asked, with what one is writing kept. It is taken away at once from
// who may not see it any more.
import { tell } from './live.js';
import { onPart } from './parts.js';
import { isKept, letGo, letGoOfAll } from './unsaved.js';

onPart('[data-case]', (part) => {
  part.addEventListener('candor:changed', () => say(part));
  part.addEventListener('candor:gone', gone);
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
    if (page) gone();
    else {
      button.disabled = false;
      button.previousElementSibling.textContent = 'This case has changed since you opened it. It could not be shown just now: try again, or load the page again.';
    }
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
