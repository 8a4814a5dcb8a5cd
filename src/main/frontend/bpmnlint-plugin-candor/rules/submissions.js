const { is, extensions } = require('./helper');

// The words people enter stay in the register under the submission's id: where nothing reads it, no worker puts them on the case.
module.exports = () => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:Process')) {
      return;
    }
    const elements = everything(node);
    const read = elements.flatMap((element) => mappings(element, 'inputParameters')).map(({ source }) => source ?? '');
    for (const task of elements.filter((element) => is(element, 'bpmn:UserTask'))) {
      mappings(task, 'outputParameters')
        .filter(({ source, target }) => source === '=submission' && !read.some((expression) => expression.split(/\W+/).includes(target)))
        .forEach(({ target }) =>
          reporter.report(task.id, `loses what is entered, as nothing reads "${target}"; put a task behind it that records it, with "=${target}" as its submission`));
    }
  },
});

const everything = (scope) => (scope.flowElements ?? []).flatMap((element) => [element, ...everything(element)]);

const mappings = (element, kind) => extensions(element, 'zeebe:IoMapping').flatMap((mapping) => mapping[kind] ?? []);
