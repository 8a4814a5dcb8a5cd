const { is } = require('./helper');

module.exports = () => ({
  check(node, reporter) {
    if (is(node, 'bpmn:Process')) {
      const starts = (node.flowElements ?? []).filter((element) => is(element, 'bpmn:StartEvent'));
      starts.slice(1).forEach((start) =>
        reporter.report(start.id, `is one start too many beside ${starts[0].id}; a process begins in one way`));
    }
  },
});
