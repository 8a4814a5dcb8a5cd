const { is } = require('./helper');

const WORDS = '[A-Z][a-z]+([A-Z][a-z]*)*';
// The first type that fits counts.
const SHAPES = [
  ['bpmn:Process', `${WORDS}Process`, 'SensitiveRequestProcess'],
  ['bpmn:SubProcess', `SubProcess_${WORDS}`, 'SubProcess_WithdrawCase'],
  ['bpmn:CallActivity', `CallActivity_${WORDS}`, 'CallActivity_DiscussPolicy'],
  ['bpmn:Task', `Task_${WORDS}`, 'Task_ReviewRegionally'],
  ['bpmn:Gateway', `Gateway_${WORDS}`, 'Gateway_IsCounselNeeded'],
  ['bpmn:StartEvent', `StartEvent_${WORDS}`, 'StartEvent_RequestFlagged'],
  ['bpmn:EndEvent', `EndEvent_${WORDS}`, 'EndEvent_CaseClosed'],
  ['bpmn:BoundaryEvent', `BoundaryEvent_${WORDS}`, 'BoundaryEvent_ReviewOverdue'],
  ['bpmn:IntermediateCatchEvent', `CatchEvent_${WORDS}`, 'CatchEvent_AnswerReceived'],
  ['bpmn:IntermediateThrowEvent', `ThrowEvent_${WORDS}`, 'ThrowEvent_CaseEscalated'],
  ['bpmn:SequenceFlow', `Flow_${WORDS}`, 'Flow_CounselNeeded'],
  ['bpmn:Message', `Message_${WORDS}`, 'Message_RequestFlagged'],
  ['bpmn:Error', `Error_${WORDS}`, 'Error_CaseUnknown'],
];

module.exports = () => ({
  check(node, reporter) {
    const shape = SHAPES.find(([type]) => is(node, type));
    if (shape && !new RegExp(`^${shape[1]}$`).test(node.id)) {
      reporter.report(node.id, `has an id that says nothing; give it one like ${shape[2]}`);
    }
    if (is(node, 'bpmn:Message') && !new RegExp(`^Msg_${WORDS}$`).test(node.name ?? '')) {
      reporter.report(node.id, 'has a name that is not like Msg_RequestFlagged; the service finds messages by that name, so rename it in both');
    }
    if (is(node, 'bpmn:Error') && !new RegExp(`^Err_${WORDS}$`).test(node.errorCode ?? '')) {
      reporter.report(node.id, 'has a code that is not like Err_CaseUnknown; workers throw that code, so rename it in both');
    }
  },
});
