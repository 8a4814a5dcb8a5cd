const { is, extension, hasDefinition } = require('./helper');

// Without an output mapping, whatever a message, a decision or a person's client brings lands in the process.
module.exports = () => ({
  check(node, reporter) {
    const takesOver =
      is(node, 'bpmn:UserTask') ||
      (is(node, 'bpmn:CatchEvent') && hasDefinition(node, 'bpmn:MessageEventDefinition')) ||
      (is(node, 'bpmn:BusinessRuleTask') && extension(node, 'zeebe:CalledDecision'));
    if (takesOver && !extension(node, 'zeebe:IoMapping')?.outputParameters?.length) {
      reporter.report(node.id, 'takes over every variable it is given; add an output mapping for each variable the process needs');
    }
  },
});
