const { is } = require('./helper');

module.exports = () => ({
  check(node, reporter) {
    if (!is(node, 'bpmn:Definitions')) {
      return;
    }
    const platform = node.get('modeler:executionPlatform');
    const version = node.get('modeler:executionPlatformVersion');
    if (platform !== 'Camunda Cloud' || !/^8\.8\./.test(version ?? '')) {
      reporter.report(node.id, 'is not made for Camunda 8.8; choose it in the modeler\'s footer (modeler:executionPlatformVersion="8.8.0")');
    }
  },
});
