// Who may be mentioned is offered while "@" and the beginning of a name are typed. Without this the names are typed whole.
import { onPart } from './parts.js';
import { read } from './server.js';

const TOKEN = /(?:^|[^\p{L}\p{N}._%+\-@/])@([^@\n]{0,60})$/u;
const MOST = 8;

onPart('form[data-readers]', (form) => offer(form.querySelector('textarea'), form.dataset.readers));

function offer(field, address) {
  const list = document.createElement('ul');
  list.id = `${field.id}-readers`;
  list.className = 'offers';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'People who work on this case');
  list.hidden = true;
  const status = document.createElement('p');
  status.className = 'visually-hidden';
  status.setAttribute('role', 'status');
  field.after(list, status);
  field.setAttribute('aria-autocomplete', 'list');
  field.setAttribute('aria-controls', list.id);

  let asked;
  let shown = [];
  let chosen = 0;

  const close = () => {
    list.hidden = true;
    shown = [];
    status.textContent = '';
    field.removeAttribute('aria-activedescendant');
  };

  const mark = (index) => {
    chosen = (index + shown.length) % shown.length;
    [...list.children].forEach((option, at) => option.setAttribute('aria-selected', String(at === chosen)));
    list.children[chosen].scrollIntoView({ block: 'nearest' });
    field.setAttribute('aria-activedescendant', list.children[chosen].id);
  };

  const take = (reader) => {
    const typed = begun(field);
    if (typed === null) return;
    const from = field.selectionStart - typed.length - 1;
    field.setRangeText(`${reader.written} `, from, field.selectionStart, 'end');
    close();
    field.focus();
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };

  const show = (readers) => {
    shown = readers;
    list.replaceChildren(
      ...readers.map((reader, at) => {
        const option = document.createElement('li');
        option.id = `${list.id}-${at}`;
        option.setAttribute('role', 'option');
        option.textContent = reader.name;
        // The field keeps the focus.
        option.addEventListener('mousedown', (event) => event.preventDefault());
        option.addEventListener('click', () => take(reader));
        return option;
      }),
    );
    list.hidden = false;
    status.textContent = `${readers.length} to choose from with the arrow keys; Enter mentions`;
    mark(0);
  };

  const look = async () => {
    if (begun(field) === null) return close();
    asked ??= read(address);
    let readers;
    try {
      readers = await asked;
    } catch {
      asked = undefined;
      return close();
    }
    // Meanwhile something else may stand there.
    const typed = begun(field)?.toLowerCase();
    if (typed === undefined || document.activeElement !== field) return close();
    const fitting = readers.filter((reader) => fits(reader, typed)).slice(0, MOST);
    if (fitting.length > 0) show(fitting);
    else close();
  };

  field.addEventListener('input', look);
  field.addEventListener('click', look);
  field.addEventListener('blur', close);
  field.addEventListener('keydown', (event) => {
    if (list.hidden) return;
    if (event.key === 'ArrowDown') mark(chosen + 1);
    else if (event.key === 'ArrowUp') mark(chosen - 1);
    else if (event.key === 'Escape') close();
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && !event.ctrlKey && !event.metaKey) take(shown[chosen]);
    else return;
    event.preventDefault();
  });
}

/** What stands between an "@" and the caret; null where there is no "@". */
function begun(field) {
  return field.value.slice(0, field.selectionStart).match(TOKEN)?.[1] ?? null;
}

/** The beginning of the name, of one of its words, or of the id; not when all of it stands there already. */
function fits(reader, typed) {
  const name = reader.name.toLowerCase();
  if (typed.startsWith(`${reader.written.slice(1).toLowerCase()} `)) return false;
  return name.startsWith(typed) || name.split(' ').some((word) => word.startsWith(typed)) || reader.person.startsWith(typed);
}
