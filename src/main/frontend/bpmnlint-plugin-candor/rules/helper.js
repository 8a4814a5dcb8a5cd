const { is, isAny } = require('bpmnlint-utils');

const extension = (element, type) => element.extensionElements?.values?.find((value) => is(value, type));

const extensions = (element, type) => (element.extensionElements?.values ?? []).filter((value) => is(value, type));

/** True when the attribute is written in the file; a default of the schema does not count. */
const isWritten = (element, property) => Object.prototype.hasOwnProperty.call(element, property);

const incoming = (node) => node.incoming ?? [];

const outgoing = (node) => node.outgoing ?? [];

const hasDefinition = (event, type) => (event.eventDefinitions ?? []).some((definition) => is(definition, type));

module.exports = { is, isAny, extension, extensions, isWritten, incoming, outgoing, hasDefinition };
