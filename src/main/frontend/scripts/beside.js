// What is written about a case beside a task is sent without leaving the task: the pane shows the case with it, or what is wrong.
import { put, quietly } from './open-case.js';
import { onPart } from './parts.js';
import { keep } from './unsaved.js';

const REFUSED = 'It was not recorded: the service did not take it. What you wrote is still here. Try again; if you are signed out, sign in in another tab first.';
const RECORDED = 'It was recorded. The case could not be shown with it just now: load the page again.';
const NOT_KNOWN = 'The service did not answer, so it is not known whether this was recorded. What you wrote is still here: before you send it again, look whether it is on the case in another tab.';

onPart('.beside form[data-keep]', (form) => {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    // What every form that is sent is marked with: see forms.js.
    if (!form.dataset.sent) quietly(form.closest('[data-case]'), () => send(form));
  });
});

async function send(form) {
  const part = form.closest('[data-case]');
  const fields = form.querySelectorAll('textarea');
  for (const field of fields) field.readOnly = true;
  const { page, recorded } = await answerTo(form);
  for (const field of fields) field.readOnly = false;
  delete form.dataset.sent;
  if (page?.querySelector('[data-case]')) return show(part, page, form);
  if (recorded) for (const field of fields) field.value = '';
  else keep(form);
  say(form, recorded ? RECORDED : recorded === false ? REFUSED : NOT_KNOWN);
}

function show(part, page, form) {
  put(part, page);
  const again = part.querySelector(`form[action="${CSS.escape(form.getAttribute('action'))}"]`);
  const wrong = again?.querySelector('[aria-invalid=true]');
  if (wrong) keep(again);
  const said = again?.parentElement.querySelector('.notice');
  if (said) said.tabIndex = -1;
  (wrong ?? said)?.focus();
}

/** The page that answers it, if there is one, and whether it was recorded: undefined where nobody can say. */
async function answerTo(form) {
  let recorded;
  try {
    const body = new URLSearchParams(new FormData(form));
    const answer = await fetch(form.action, { method: 'POST', headers: { Accept: 'text/html' }, body });
    recorded = isRecorded(answer);
    return { recorded, page: new DOMParser().parseFromString(await answer.text(), 'text/html') };
  } catch {
    return { recorded };
  }
}

/** The service leads on from what it took. What failed, or what stands before the service, may have come after that. */
function isRecorded(answer) {
  if (answer.redirected) return new URL(answer.url).pathname !== '/login';
  return answer.status < 500 ? false : undefined;
}

function say(form, words) {
  const why = form.querySelector('[data-refused]') ?? document.createElement('p');
  why.dataset.refused = '';
  why.className = 'error';
  why.setAttribute('role', 'alert');
  why.textContent = words;
  form.append(why);
}
