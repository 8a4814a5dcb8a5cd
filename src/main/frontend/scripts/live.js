// The desk's list renews itself. One tab of a browser listens for all of them: browsers open six connections to a host.
import htmx from 'htmx.org';

const desk = document.querySelector('[data-live]');
const PARTS = ['todo', 'scopes', 'mentions'];
const TOGETHER = 150;

if (desk && window.EventSource && navigator.locks && window.BroadcastChannel) {
  const others = new BroadcastChannel('candor-desk');
  others.addEventListener('message', soon);
  addEventListener('pageshow', (event) => event.persisted && soon());
  navigator.locks.request('candor-desk', () => new Promise(() => listen(others)));
}

function listen(others) {
  const source = new EventSource(desk.dataset.live);
  let broken = false;
  const changed = () => {
    others.postMessage('changed');
    soon();
  };
  source.addEventListener('tasks', changed);
  source.addEventListener('error', () => (broken = true));
  source.addEventListener('open', () => {
    if (broken) changed();
    broken = false;
  });
}

let timer;
function soon() {
  clearTimeout(timer);
  timer = setTimeout(renew, TOGETHER);
}

async function renew() {
  let answer;
  try {
    answer = await fetch(desk.dataset.listAt, { headers: { Accept: 'text/html' } });
  } catch {
    return;
  }
  if (!answer.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const focused = document.activeElement?.getAttribute('href');
  const before = document.getElementById('scopes').textContent;
  for (const id of PARTS) swap(document.getElementById(id), page.getElementById(id));
  if (focused) document.querySelector(`#todo a[href="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  const now = document.getElementById('scopes').textContent;
  if (now !== before) document.querySelector('[data-news]').textContent = `Tasks: ${now.replace(/\s+/g, ' ').trim()}`;
}

function swap(here, there) {
  if (!here || !there) return;
  for (const link of there.querySelectorAll('[data-list] a')) {
    const open = new URL(link.getAttribute('href'), location).pathname === location.pathname;
    if (open) link.setAttribute('aria-current', 'true');
  }
  here.replaceChildren(...there.childNodes);
  htmx.process(here);
}
