// The desk's page: the form of the task in hand. What draws the case's diagrams is fetched when somebody opens them.
import { Form } from '@bpmn-io/form-js-viewer';
import { onPart } from '../scripts/parts.js';
import { taskForm } from '../scripts/task-form.js';

onPart('[data-task-form]', (part) => taskForm(part, Form));

const diagrams = new URL('diagram.js', import.meta.url).href;
document.addEventListener(
  'toggle',
  (event) => {
    if (event.target.open && event.target.querySelector('[data-diagram]')) import(diagrams);
  },
  true,
);
