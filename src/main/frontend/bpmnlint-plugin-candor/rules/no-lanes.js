const { isAny } = require('./helper');

module.exports = () => ({
  check(node, reporter) {
    if (isAny(node, ['bpmn:LaneSet', 'bpmn:Collaboration'])) {
      reporter.report(node.id, 'draws pools or lanes; take them out, a task\'s candidate group says who does it');
    }
  },
});
