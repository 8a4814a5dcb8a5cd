// Charts of cycle times, each drawn from the table beside it, which says the same without scripts.
import { onPart } from '../scripts/parts.js';
import { chart } from '../scripts/charts.js';

onPart('[data-chart]', chart);
