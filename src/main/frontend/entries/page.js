// What every page loads: small improvements of pages that work without it.
import 'htmx.org';
import '../scripts/partial.js';
import '../scripts/keys.js';
import '../scripts/forms.js';
import '../scripts/people.js';
import '../scripts/contents.js';
import '../scripts/attach.js';
import '../scripts/files-of-flag.js';
import '../scripts/live.js';
import '../scripts/open-case.js';
import '../scripts/beside.js';
import '../scripts/mentions.js';
