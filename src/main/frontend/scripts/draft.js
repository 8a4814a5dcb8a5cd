// What is typed into a task's form is saved as one types, for this person alone.
import { put } from './server.js';
import { keep, letGo } from './unsaved.js';

const QUIET = 800;

/** `ask(replace)` is called when another window saved; `replace` puts what is here in its place. */
export function draftOf(part, begun, ask) {
  const status = part.querySelector('[data-saved]');
  let version = begun?.version ?? 0;
  let timer;
  let waiting;
  let stopped = false;
  let saving = Promise.resolve();

  if (begun) say(`Your draft, saved ${clock(begun.savedAt)}`);

  function changed(values) {
    if (stopped) return;
    waiting = values;
    keep(part);
    clearTimeout(timer);
    timer = setTimeout(save, QUIET);
  }

  function save() {
    saving = saving.then(async () => {
      if (!waiting || stopped) return;
      const values = waiting;
      waiting = undefined;
      say('Saving');
      try {
        const saved = await put(part.dataset.draft, { version, values });
        version = saved.version;
        say(`Saved ${clock(saved.savedAt)}`);
        if (!waiting) letGo(part);
      } catch (problem) {
        waiting ??= values;
        failed(problem);
      }
    });
    return saving;
  }

  function failed(problem) {
    if (problem.status === 409 && 'draft' in problem) {
      say('Not saved');
      ask(() => {
        version = problem.draft?.version ?? 0;
        save();
      });
    } else if (problem.status === 401) {
      say('Not saved: you are signed out. Sign in in another tab, then go on here');
    } else if (problem.status) {
      say(`Not saved: ${problem.detail ?? 'the service could not do it'}`);
    } else {
      say('Not saved: the service does not answer');
      timer = setTimeout(save, 5 * QUIET);
    }
  }

  function say(words) {
    status.textContent = words;
  }

  return {
    changed,
    /** Sent, or left: nothing more is saved. */
    stop() {
      stopped = true;
      clearTimeout(timer);
      letGo(part);
    },
  };
}

function clock(at) {
  return new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}
