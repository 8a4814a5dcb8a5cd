// htmx: our token on what it sends, focus to where the work goes on, words when the server is away.
import { csrf } from './server.js';

document.addEventListener('htmx:configRequest', (event) => {
  Object.assign(event.detail.headers, csrf());
});

document.addEventListener('htmx:afterSettle', (event) => {
  event.detail.target.querySelector('[data-focus]')?.focus();
});

for (const trouble of ['htmx:sendError', 'htmx:responseError', 'htmx:timeout']) {
  document.addEventListener(trouble, (event) => {
    const link = event.detail.elt.getAttribute('href') ?? event.detail.pathInfo?.requestPath;
    if (link && event.detail.requestConfig?.verb === 'get') {
      location.assign(link);
    }
  });
}
