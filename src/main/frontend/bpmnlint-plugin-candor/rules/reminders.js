const { is, hasDefinition } = require('./helper');

// Silence must not be the last word: people are reminded before a step is due, and something happens when it is late.
module.exports = () => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:UserTask')) {
      return;
    }
    const own = clocksOf(node);
    const reminder = own.find((clock) => clock.cancelActivity === false);
    if (!reminder) {
      reporter.report(node.id, 'reminds nobody before it is due; put a Reminder on its edge, and an envelope behind it');
    }
    const around = is(node.$parent, 'bpmn:SubProcess') ? clocksOf(node.$parent) : [];
    if (![...own, ...around].some((clock) => clock !== reminder)) {
      reporter.report(node.id, 'goes on as if nothing were when it is overdue; put a Deadline or a Delay on its edge');
    }
  },
});

const clocksOf = (activity) =>
  (activity.$parent?.flowElements ?? []).filter((element) =>
    is(element, 'bpmn:BoundaryEvent') && element.attachedToRef === activity && hasDefinition(element, 'bpmn:TimerEventDefinition'));
