const { extensions, isWritten } = require('./helper');

module.exports = () => ({
  check(node, reporter) {
    const definitions = extensions(node, 'zeebe:TaskDefinition');
    const listeners = ['zeebe:TaskListeners', 'zeebe:ExecutionListeners'].flatMap((type) =>
      extensions(node, type).flatMap((value) => value.listeners ?? []));
    for (const job of [...definitions, ...listeners]) {
      if (!isWritten(job, 'retries')) {
        reporter.report(node.id, `does not say how often its job "${job.type}" is tried; set its retries`);
      }
    }
  },
});
