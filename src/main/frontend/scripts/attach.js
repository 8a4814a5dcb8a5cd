// Files for a case: chosen or dropped, each sent by itself as it is, with how far it is and why it was not taken.
import { quietly, renew } from './open-case.js';
import { onPart } from './parts.js';
import { csrf } from './server.js';

onPart('form[data-attach]', (form) => {
  const largest = Number(form.dataset.attach);
  const input = form.querySelector('input[type=file]');
  const list = form.querySelector('.arriving');
  form.querySelector('.drop-hint').hidden = false;
  let refused = 0;
  let under = Promise.resolve();

  const take = (files) => {
    for (const file of files) {
      const line = add(list, file.name);
      if (file.size > largest) {
        refused++;
        tell(line, `Not attached. It is larger than ${Math.floor(largest / 1048576)} MB.`, 'bad');
      } else {
        under = under.then(() => send(form.action, file, line)).then((done) => { if (!done) refused++; });
      }
    }
    input.value = '';
    const mine = under;
    quietly(form.closest('[data-case]'), async () => {
      await mine;
      // The case shows them all when the last one is there; what was refused stays to be read.
      if (mine === under && refused === 0) await showAll(form);
    });
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    take([...input.files]);
  });
  for (const kind of ['dragenter', 'dragover']) {
    form.addEventListener(kind, (event) => {
      if (![...event.dataTransfer.types].includes('Files')) return;
      event.preventDefault();
      form.classList.add('is-over');
    });
  }
  form.addEventListener('dragleave', (event) => {
    if (!form.contains(event.relatedTarget)) form.classList.remove('is-over');
  });
  form.addEventListener('drop', (event) => {
    event.preventDefault();
    form.classList.remove('is-over');
    take([...event.dataTransfer.files]);
  });
});

async function showAll(form) {
  // It may have been taken from the page meanwhile, by who looked at the case as it was then.
  const part = form.closest('[data-case]') ?? document.querySelector('[data-case]');
  if (!(await renew(part, '#attachments'))) location.reload();
}

function add(list, name) {
  const line = document.createElement('li');
  const title = document.createElement('span');
  title.className = 'file-name';
  title.textContent = name;
  const bar = document.createElement('progress');
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute('aria-label', `How much of ${name} was sent`);
  line.append(title, bar);
  list.append(line);
  list.hidden = false;
  return line;
}

function tell(line, words, kind) {
  line.querySelector('progress')?.remove();
  const said = document.createElement('span');
  said.className = kind === 'bad' ? 'error' : 'soft';
  said.textContent = words;
  line.append(said);
}

function send(action, file, line) {
  return new Promise((resolve) => {
    const call = new XMLHttpRequest();
    call.open('POST', `${action}?name=${encodeURIComponent(file.name)}`);
    call.setRequestHeader('Content-Type', 'application/octet-stream');
    call.setRequestHeader('Accept', 'application/json');
    for (const [name, value] of Object.entries(csrf())) call.setRequestHeader(name, value);
    call.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) line.querySelector('progress').value = event.loaded / event.total;
    });
    call.addEventListener('load', () => {
      const done = call.status === 201;
      tell(line, done ? 'Attached.' : `Not attached. ${why(call)}`, done ? 'good' : 'bad');
      resolve(done);
    });
    call.addEventListener('error', () => {
      tell(line, 'Not attached: the connection broke off. Nothing was kept; attach it again.', 'bad');
      resolve(false);
    });
    call.send(file);
  });
}

function why(call) {
  try {
    const problem = JSON.parse(call.responseText);
    return `${problem.errors?.[0]?.message ?? problem.detail}.`;
  } catch {
    return 'Load the page again and repeat it.';
  }
}
