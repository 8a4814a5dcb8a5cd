const { is } = require('./helper');

module.exports = () => ({
  check(node, reporter) {
    if (!is(node, 'bpmndi:BPMNPlane')) {
      return;
    }
    const shapes = new Map(node.planeElement.filter((di) => is(di, 'bpmndi:BPMNShape')).map((di) => [di.bpmnElement, di.bounds]));
    const middle = (bounds) => bounds.x + bounds.width / 2;
    for (const { bpmnElement: flow } of node.planeElement) {
      const [from, to] = is(flow, 'bpmn:SequenceFlow') ? [shapes.get(flow.sourceRef), shapes.get(flow.targetRef)] : [];
      if (from && to && middle(to) < middle(from)) {
        reporter.report(flow.id, `runs to the left; move ${flow.targetRef.id} to the right of ${flow.sourceRef.id}`);
      }
    }
  },
});
