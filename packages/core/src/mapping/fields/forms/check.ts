import { isComparison, readCondition, writeCondition } from './condition-rows.ts';
import type { FormKind } from './form-kind.ts';

export const check: FormKind<'check'> = {
  read: (node, reader) => (isComparison(node) ? { kind: 'check', test: readCondition(node, reader) } : undefined),
  write: ({ test }, write) => writeCondition(test, write),
  say: ({ test }, speaker) => `yes if ${speaker.condition(test)}, otherwise no`,
};
