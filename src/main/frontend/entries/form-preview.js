// A form as drawn, to be looked at only.
import { Form } from '@bpmn-io/form-js-viewer';
import { onPart } from '../scripts/parts.js';
import { read } from '../scripts/server.js';

onPart('[data-form-preview]', async (part) => {
  const { source } = await read(part.dataset.formPreview);
  const form = new Form({ container: part });
  await form.importSchema(JSON.parse(source));
  form.setProperty('readOnly', true);
  part.dataset.drawn = 'yes';
});
