const { is, extension } = require('./helper');

const LISTENERS = ['creating', 'assigning', 'completing', 'canceling'];

module.exports = () => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:UserTask')) {
      return;
    }
    const report = (message) => reporter.report(node.id, message);
    if (!extension(node, 'zeebe:UserTask')) {
      report('is not a native user task; set its implementation to "Camunda user task"');
    }
    if (!extension(node, 'zeebe:FormDefinition')?.formId) {
      report('has no form; link one by its id');
    }
    if (!extension(node, 'zeebe:AssignmentDefinition')?.candidateGroups) {
      report('is offered to nobody; set its candidate groups');
    }
    if (!extension(node, 'zeebe:TaskSchedule')?.dueDate) {
      report('is never due; set its due date');
    }
    const listeners = extension(node, 'zeebe:TaskListeners')?.listeners ?? [];
    LISTENERS.filter((event) => !listeners.some((listener) => listener.eventType === event && listener.type === `candor.task-${event}`))
      .forEach((event) => report(`does not tell the desk when it is ${event}; add a task listener "${event}" of type candor.task-${event}`));
  },
});
