/** `@throughline/core/mapping/behaviour`: how the outputs of two versions of a mapping differ, and what is said about it. */
export { otherFields, type BehaviourReport, type ChangedField, type FieldExample } from './behaviour-report.ts';
export { fieldEffects, type FieldEffect } from './field-change.ts';
export { surprisesOf, verdictKinds, type Surprise, type Verdict, type VerdictKind } from './surprises.ts';
