// A diagram: a case's with its place marked, a version's with the cases at each step. A list beside it says the same in words.
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { onPart } from '../scripts/parts.js';
import { diagram } from '../scripts/diagram.js';

onPart('[data-diagram]', (part) => diagram(part, NavigatedViewer));
