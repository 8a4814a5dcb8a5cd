const { is, isAny, incoming, outgoing } = require('./helper');

const words = (name) => (name ?? '').trim().split(/\s+/).filter(Boolean);

module.exports = () => ({
  check(node, reporter) {
    if (isAny(node, ['bpmn:Task', 'bpmn:CallActivity', 'bpmn:SubProcess']) && words(node.name).length < 2) {
      reporter.report(node.id, 'is not named as verb and object; name it like "Record decision"');
    }
    if (is(node, 'bpmn:Event') && words(node.name).length < 2) {
      reporter.report(node.id, 'is not named as object and state; name it like "Case closed"');
    }
    if (is(node, 'bpmn:Gateway')) {
      checkGateway(node, reporter);
    }
  },
});

function checkGateway(gateway, reporter) {
  const asks = isAny(gateway, ['bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway']) && outgoing(gateway).length > 1;
  if (!asks) {
    if (gateway.name) {
      reporter.report(gateway.id, `asks nothing, as ${incoming(gateway).length > 1 ? 'a join' : 'a fork'}, yet has a name; clear its name`);
    }
    return;
  }
  if (!/\?$/.test((gateway.name ?? '').trim())) {
    reporter.report(gateway.id, 'splits without asking; name it as a question, like "Is counsel needed?"');
  }
  outgoing(gateway)
    .filter((flow) => words(flow.name).length === 0)
    .forEach((flow) => reporter.report(flow.id, `is no answer to ${gateway.id}; name it as an answer, like "yes"`));
}
