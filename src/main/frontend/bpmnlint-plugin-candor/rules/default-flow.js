const { isAny, outgoing } = require('./helper');

module.exports = () => ({
  check(node, reporter) {
    if (!isAny(node, ['bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway']) || outgoing(node).length < 2) {
      return;
    }
    if (!node.default) {
      reporter.report(node.id, 'has no default flow, so a case that answers none of its conditions gets stuck; mark one flow as default');
      return;
    }
    outgoing(node)
      .filter((flow) => flow !== node.default && !flow.conditionExpression)
      .forEach((flow) => reporter.report(flow.id, `leaves ${node.id} without a condition; give it one or make it the default flow`));
  },
});
