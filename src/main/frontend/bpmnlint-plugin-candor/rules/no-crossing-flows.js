const { is, isAny } = require('./helper');

module.exports = () => ({
  check(node, reporter) {
    if (!is(node, 'bpmndi:BPMNPlane')) {
      return;
    }
    const edges = node.planeElement.filter((di) => is(di.bpmnElement, 'bpmn:SequenceFlow'));
    const shapes = node.planeElement.filter((di) => is(di.bpmnElement, 'bpmn:FlowNode') && !isAny(di.bpmnElement, ['bpmn:SubProcess']));
    edges.forEach((edge, index) => {
      edges.slice(index + 1)
        .filter((other) => segments(edge).some((one) => segments(other).some((two) => cross(one, two))))
        .forEach((other) => reporter.report(edge.bpmnElement.id, `crosses ${other.bpmnElement.id}; lay one of them round the other`));
      shapes
        .filter(({ bpmnElement }) => bpmnElement !== edge.bpmnElement.sourceRef && bpmnElement !== edge.bpmnElement.targetRef)
        .filter(({ bpmnElement }) => bpmnElement.attachedToRef !== edge.bpmnElement.sourceRef || !bpmnElement.attachedToRef)
        .filter(({ bounds }) => segments(edge).some((segment) => runsThrough(segment, bounds)))
        .forEach(({ bpmnElement }) => reporter.report(edge.bpmnElement.id, `runs through ${bpmnElement.id}; lay it round`));
    });
  },
});

const segments = ({ waypoint }) => waypoint.slice(1).map((point, index) => [waypoint[index], point]);

const side = ([a, b], p) => Math.sign((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x));

/** Segments that pass through each other; touching ends, as where flows meet, do not count. */
const cross = (one, two) => side(one, two[0]) * side(one, two[1]) < 0 && side(two, one[0]) * side(two, one[1]) < 0;

function runsThrough(segment, { x, y, width, height }) {
  const corners = [{ x, y }, { x: x + width, y }, { x: x + width, y: y + height }, { x, y: y + height }];
  return corners.some((corner, index) => cross(segment, [corner, corners[(index + 1) % 4]]));
}
