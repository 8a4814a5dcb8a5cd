// An open desk renews its list, and an open case hears that it changed. One tab of a browser listens for all of them: browsers
// open six connections to a host. Tabs tell it which cases they show; it tells them what it heard.
import htmx from 'htmx.org';

const desk = document.querySelector('[data-list-at]');
const address = document.querySelector('[data-live]')?.dataset.live;
const PARTS = ['todo', 'scopes', 'mentions'];
const TOGETHER = 150;
/** Milliseconds before a line is opened again that the service, or what stands before it, refused; twice as long each time. */
const FIRST_PAUSE = 5000;
const LONGEST_PAUSE = 300000;
const tab = crypto.randomUUID?.() ?? String(Math.random());

/** Of other tabs: the cases that each shows. Known to the one that listens. */
const shown = new Map();
let others;
let listening = false;
let source;
/** All that are open: more than one while the next is on its way. */
const lines = new Set();
let pause = FIRST_PAUSE;

if (address && window.EventSource && navigator.locks && window.BroadcastChannel) {
  others = new BroadcastChannel('candor-live');
  others.addEventListener('message', (event) => heard(event.data));
  addEventListener('pageshow', (event) => event.persisted && lookAgain());
  addEventListener('pagehide', () => others.postMessage({ left: tab }));
  document.addEventListener('htmx:afterSettle', tell);
  navigator.locks.request('candor-live', () => new Promise(listen));
  tell();
}

/** Says which cases this tab shows. */
export function tell() {
  others?.postMessage({ tab, shows: here() });
  if (listening) later('open', open);
}

function here() {
  return [...document.querySelectorAll('[data-shown]')].map((part) => part.dataset.shown);
}

function heard(news) {
  if (news.who) tell();
  if (news.tasks) later('renew', renew);
  if (news.of) told(news.of);
  if (listening && news.tab) {
    shown.set(news.tab, news.shows);
    if (news.afresh) later('open afresh', openAfresh);
    else later('open', open);
  }
  if (listening && news.left) {
    shown.delete(news.left);
    later('open', open);
  }
}

function listen() {
  listening = true;
  others.postMessage({ who: true });
  open();
}

/** Listens for all that is shown now; the line before is closed when the new one is there. */
function open() {
  const cases = [...new Set([...here(), ...[...shown.values()].flat()])].sort();
  const query = cases.map((each) => `case=${encodeURIComponent(each)}`).join('&');
  const wanted = query ? `${address}?${query}` : address;
  if (source?.wanted === wanted && source.readyState !== EventSource.CLOSED) return;
  const line = new EventSource(wanted);
  lines.add(line);
  line.wanted = wanted;
  let broken = false;
  line.addEventListener('tasks', () => pass({ tasks: true }));
  line.addEventListener('case', (event) => pass({ of: event.data }));
  line.addEventListener('error', () => {
    broken = true;
    // A browser tries again by itself, but not after an answer such as 503.
    if (line.readyState === EventSource.CLOSED) {
      lines.delete(line);
      if (line !== source) return;
      later('open again', open, pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE);
    }
  });
  line.addEventListener('open', () => {
    if (line === source) closeOthers();
    pause = FIRST_PAUSE;
    if (broken) pass({ tasks: true });
    broken = false;
  });
  source = line;
}

/** A new line says of each case at once whether it is as it is shown. */
function openAfresh() {
  if (source) source.wanted = undefined;
  open();
}

function closeOthers() {
  for (const line of lines) {
    if (line === source) continue;
    line.close();
    lines.delete(line);
  }
}

function pass(news) {
  others.postMessage(news);
  heard(news);
}

/** To the part of this page that shows the case as it was: see open-case.js. */
function told(of) {
  const [as, what] = of.split(' ');
  for (const part of document.querySelectorAll('[data-shown]')) {
    if (part.dataset.shown === as) part.dispatchEvent(new CustomEvent(`candor:${what}`));
  }
}

function lookAgain() {
  later('renew', renew);
  others.postMessage({ tab, shows: here(), afresh: true });
  if (listening) later('open afresh', openAfresh);
}

const timers = {};
function later(name, what, after = TOGETHER) {
  clearTimeout(timers[name]);
  timers[name] = setTimeout(what, after);
}

async function renew() {
  if (!desk) return;
  let answer;
  try {
    answer = await fetch(desk.dataset.listAt, { headers: { Accept: 'text/html' } });
  } catch {
    return;
  }
  if (!answer.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  // A case that was taken away took the list with it: see open-case.js.
  if (!document.getElementById('scopes')) return;
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
