const { is, incoming, outgoing } = require('./helper');

module.exports = () => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:FlowElementsContainer')) {
      return;
    }
    const nodes = (node.flowElements ?? []).filter((element) => is(element, 'bpmn:FlowNode'));
    const done = new Set();
    const starts = nodes.filter((element) => incoming(element).length === 0);
    [...starts, ...nodes].forEach((start) =>
      closingFlows(start, new Set(), done).forEach((flow) =>
        reporter.report(flow.id, 'closes a loop; let the engine retry (retries, timers) or start the step anew from an event')));
  },
});

/** The flows that lead back to a node they come from, found by walking each node once. */
function closingFlows(node, path, done) {
  if (done.has(node)) {
    return [];
  }
  path.add(node);
  const closing = outgoing(node).flatMap((flow) =>
    path.has(flow.targetRef) ? [flow] : flow.targetRef ? closingFlows(flow.targetRef, path, done) : []);
  path.delete(node);
  done.add(node);
  return closing;
}
