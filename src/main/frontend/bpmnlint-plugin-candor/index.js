const ours = [
  'deadlines',
  'declared-variables',
  'default-flow',
  'explicit-binding',
  'explicit-retries',
  'ids',
  'left-to-right',
  'names',
  'no-crossing-flows',
  'no-lanes',
  'no-loops',
  'one-start',
  'platform',
  'reminders',
  'submissions',
  'user-tasks',
];

module.exports = {
  configs: {
    recommended: { rules: Object.fromEntries(ours.map((rule) => [`candor/${rule}`, 'error'])) },
  },
};
