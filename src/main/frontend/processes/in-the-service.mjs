// What the service calls: the same check as the build's, bundled by bundle-check.mjs for an engine without Node.
import rules from 'candor:rules';
import { examine } from './findings.mjs';

globalThis.examineDiagram = async (file, xml) => JSON.stringify(await examine(rules, file, xml));
