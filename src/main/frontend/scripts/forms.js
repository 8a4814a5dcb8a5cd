// Native forms: the first thing to mend gets the focus, a second click does nothing, unsent words are not lost.
import { keep, letGo } from './unsaved.js';

document.querySelector('[data-errors]')?.focus();

// For forms that come later, too.
document.addEventListener('input', (event) => {
  const form = event.target.closest('form[data-keep]');
  if (form) keep(form);
});

document.addEventListener('submit', (event) => {
  letGo(event.target);
  if (event.target.method !== 'post') return;
  if (event.target.dataset.sent) {
    event.preventDefault();
    return;
  }
  event.target.dataset.sent = 'yes';
});

// The back button brings the page as it was left: its forms may be sent again.
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent;
});

for (const form of document.querySelectorAll('form[data-send-on-change]')) {
  form.addEventListener('change', () => form.requestSubmit());
}
