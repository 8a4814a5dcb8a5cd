// What is written about a case beside a task is sent without leaving the task: the pane shows the case with it, or what is wrong.
import { put } from './open-case.js';
import { onPart } from './parts.js';
import { keep } from './unsaved.js';

onPart('.beside form[data-keep]', (form) => {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    // What every form that is sent is marked with: see forms.js.
    if (!form.dataset.sent) send(form);
  });
});

async function send(form) {
  const part = form.closest('[data-case]');
  const page = await answerTo(form);
  if (!page?.querySelector('[data-case]')) return refuse(form);
  put(part, page);
  const again = part.querySelector(`form[action="${CSS.escape(form.getAttribute('action'))}"]`);
  const wrong = again?.querySelector('[aria-invalid=true]');
  if (wrong) keep(again);
  const said = again?.parentElement.querySelector('.notice');
  if (said) said.tabIndex = -1;
  (wrong ?? said)?.focus();
}

/** The page that answers it; undefined when there is none. */
async function answerTo(form) {
  try {
    const body = new URLSearchParams(new FormData(form));
    const answer = await fetch(form.action, { method: 'POST', headers: { Accept: 'text/html' }, body });
    return new DOMParser().parseFromString(await answer.text(), 'text/html');
  } catch {
    return undefined;
  }
}

function refuse(form) {
  delete form.dataset.sent;
  keep(form);
  const why = form.querySelector('[data-refused]') ?? document.createElement('p');
  why.dataset.refused = '';
  why.className = 'error';
  why.setAttribute('role', 'alert');
  why.textContent = 'It was not recorded: the service did not take it. What you wrote is still here. Try again; if you are signed out, sign in in another tab first.';
  form.append(why);
}
