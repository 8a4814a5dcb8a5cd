// A decision table as drawn.
import Viewer from 'dmn-js/lib/NavigatedViewer';
import { onPart } from '../scripts/parts.js';
import { table } from '../scripts/table.js';

onPart('[data-table]', (part) => table(part, Viewer));
