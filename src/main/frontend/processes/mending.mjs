// How to mend what bpmnlint and camunda-compat find; the messages of our own rules say it themselves.
const MENDING = {
  unreadable: 'open it in the modeler, which says where it is broken',
  'end-event-required': 'let it end in a named end event',
  'event-sub-process-typed-start-event': 'start it with a message, a timer or an error',
  'fake-join': 'draw a gateway where the flows meet',
  global: 'name it, use it, and keep one of each name',
  'label-required': 'name it',
  'no-bpmndi': 'draw it, or delete it from the file',
  'no-complex-gateway': 'use exclusive or parallel gateways',
  'no-disconnected': 'connect it, or delete it',
  'no-duplicate-sequence-flows': 'delete one of the two flows',
  'no-gateway-join-fork': 'draw one gateway for the join and one for the split',
  'no-implicit-end': 'let it end in a named end event',
  'no-implicit-split': 'draw a gateway where the flows part',
  'no-implicit-start': 'connect it to what comes before it',
  'no-inclusive-gateway': 'use exclusive or parallel gateways',
  'no-overlapping-elements': 'move the two apart',
  'single-blank-start-event': 'keep one start event',
  'single-event-definition': 'keep one definition',
  'standard-size': 'give it the size the modeler gives it',
  'start-event-required': 'begin it with a start event',
  'sub-process-blank-start-event': 'begin it with a plain start event',
  'superfluous-gateway': 'delete the gateway',
  'superfluous-label': 'clear its name',
  'superfluous-termination': 'use a plain end event',
};

export function howToMend(rule) {
  if (rule.startsWith('candor/')) {
    return undefined;
  }
  if (rule.startsWith('camunda-compat/')) {
    return `Camunda 8.8 would refuse or misread it (rule ${rule}), see its property in the modeler`;
  }
  return MENDING[rule] ?? `see bpmnlint's rule ${rule}`;
}
