const { is, extension } = require('./helper');

// A deadline counts working time only when the worker sets it before the task begins.
module.exports = () => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:UserTask') || extension(node, 'zeebe:TaskSchedule')?.dueDate !== '=dueAt') {
      return;
    }
    const listeners = extension(node, 'zeebe:ExecutionListeners')?.listeners ?? [];
    if (!listeners.some(({ eventType, type }) => eventType === 'start' && type === 'candor.set-deadline')) {
      reporter.report(node.id, 'is due at a time that nothing sets; add a start listener of type candor.set-deadline');
    }
    const headers = extension(node, 'zeebe:TaskHeaders')?.values ?? [];
    if (!headers.some(({ key, value }) => key === 'step' && value)) {
      reporter.report(node.id, 'does not say which step of the table deadlines it is; add the header "step"');
    }
  },
});
