// One task's form: drawn from its schema, sent as JSON, answered at the fields.
import { post, read } from './server.js';
import { draftOf } from './draft.js';

export async function taskForm(part, Form) {
  const place = part.querySelector('[data-place]');
  const message = part.querySelector('[data-message]');
  const send = part.querySelector('[data-send]');
  const mayFill = Boolean(send);

  let task;
  try {
    task = await read(part.dataset.taskForm);
  } catch {
    say(message, 'The form could not be loaded.', ['Nothing is lost. Load the page again.']);
    return;
  }

  const form = new Form({ container: place });
  await form.importSchema(typeof task.schema === 'string' ? JSON.parse(task.schema) : task.schema, task.data ?? {});
  form.setProperty('readOnly', !mayFill);
  place.removeAttribute('aria-busy');
  if (!mayFill) return;

  const draft = draftOf(part, task.draft, whichOfTwo);
  // The form settles by itself after it is drawn: only what somebody did makes a draft.
  let touched = false;
  let last;
  for (const act of ['input', 'change', 'click', 'keydown']) {
    place.addEventListener(act, () => (touched = true), { capture: true });
  }
  form.on('changed', ({ data }) => {
    const now = JSON.stringify(data);
    if (touched && now !== last) {
      draft.changed(data);
      message.hidden = true;
    }
    last = now;
  });

  send.addEventListener('click', async () => {
    if (send.getAttribute('aria-disabled') === 'true') return;
    const { data, errors } = form.submit();
    if (Object.keys(errors).length > 0) {
      const count = Object.keys(errors).length;
      say(message, count === 1 ? 'One field needs another look.' : `${count} fields need another look.`, [
        'What you entered is still here.',
      ]);
      focusFirstError(place);
      return;
    }
    send.setAttribute('aria-disabled', 'true');
    try {
      const completed = post(part.dataset.complete, data);
      // For the case beside it: see open-case.js.
      document.dispatchEvent(new CustomEvent('candor:completed', { detail: completed }));
      await completed;
      draft.stop();
      location.assign(part.dataset.then);
    } catch (problem) {
      send.removeAttribute('aria-disabled');
      refuse(problem);
    }
  });

  function whichOfTwo(replace) {
    say(message, 'This form was changed in another window.', [
      'What you entered here is still here, and what was saved there is kept. Choose which of the two goes on.',
    ]);
    const choices = document.createElement('p');
    choices.className = 'actions';
    choices.append(
      choice('Keep what is here', () => {
        message.hidden = true;
        replace();
      }),
      choice('Load what was saved there', () => {
        draft.stop();
        location.reload();
      }),
    );
    message.append(choices);
  }

  function refuse(problem) {
    const fields = problem.errors ?? [];
    if (problem.status === 400 && fields.length > 0) {
      showAtFields(form, fields);
      say(
        message,
        'It was not recorded.',
        fields.map((error) => `${labelOf(form, error.field)}: ${error.message}`),
      );
      focusFirstError(place);
    } else if (problem.status === 401) {
      say(message, 'You are signed out, so it was not recorded.', [
        'Your words are still here: sign in in another tab, then send again.',
      ]);
    } else if (problem.status) {
      say(message, problem.title ?? 'It was not recorded.', [
        problem.detail ?? 'The service could not do it.',
        'What you entered is still here.',
      ]);
    } else {
      say(message, 'The service did not answer.', ['What you entered is still here. Try again in a moment.']);
    }
  }
}

function choice(label, act) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button';
  button.textContent = label;
  button.addEventListener('click', act);
  return button;
}

function fieldsOf(form) {
  return form.get('formFieldRegistry').getAll();
}

function labelOf(form, key) {
  return fieldsOf(form).find((field) => field.key === key)?.label ?? key;
}

function showAtFields(form, problems) {
  const errors = {};
  for (const { field, message } of problems) {
    const at = fieldsOf(form).find((candidate) => candidate.key === field);
    if (at) errors[at.id] = [...(errors[at.id] ?? []), message];
  }
  form._setState({ errors });
}

function focusFirstError(place) {
  requestAnimationFrame(() => {
    place.querySelector('.fjs-has-errors :is(input, textarea, select)')?.focus();
  });
}

function say(message, title, lines) {
  const heading = document.createElement('h3');
  heading.textContent = title;
  const list = document.createElement('ul');
  for (const line of lines) {
    const item = document.createElement('li');
    item.textContent = line;
    list.append(item);
  }
  message.replaceChildren(heading, list);
  message.hidden = false;
}
