// BPMN with Camunda's extensions, read by the parser of the diagram editor itself.
import { BpmnModdle } from 'bpmn-moddle';
import zeebe from './zeebe.cjs';

export const readDiagram = (xml) => new BpmnModdle({ zeebe }).fromXML(xml);
