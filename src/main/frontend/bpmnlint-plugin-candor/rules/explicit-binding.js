const { extension, isWritten } = require('./helper');

module.exports = () => ({
  check(node, reporter) {
    const bindings = [
      ['zeebe:CalledDecision', 'decision'],
      ['zeebe:CalledElement', 'called process'],
      ['zeebe:FormDefinition', 'form'],
    ];
    for (const [type, what] of bindings) {
      const bound = extension(node, type);
      if (bound && !bound.formKey && !isWritten(bound, 'bindingType')) {
        reporter.report(node.id, `does not say which version of its ${what} it means; set the binding to "latest", "deployment" or "versionTag"`);
      }
    }
  },
});
