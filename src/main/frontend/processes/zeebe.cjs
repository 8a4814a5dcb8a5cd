// Camunda's extensions of BPMN. CommonJS reads JSON in Node and in a bundle alike.
module.exports = require('zeebe-bpmn-moddle/resources/zeebe.json');
