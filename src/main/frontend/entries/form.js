// The desk's page: the form of the task in hand.
import { Form } from '@bpmn-io/form-js-viewer';
import { onPart } from '../scripts/parts.js';
import { taskForm } from '../scripts/task-form.js';

onPart('[data-task-form]', (part) => taskForm(part, Form));
