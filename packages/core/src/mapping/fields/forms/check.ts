import { isComparison, readCondition, writeCondition } from './condition-rows.ts';
import type { FormKind } from './form-kind.ts';

export const check: FormKind<'check'> = {
  read: (node, reader) => (isComparison(node) ? { kind: 'check', test: readCondition(node, reader) } : undefined),
  write({ test }, write) {
    const [row] = test.rows;
    // A value alone would be the result itself, and not whether it is filled.
    const isValue = test.rows.length === 1 && row?.kind === 'state' && row.state === 'filled';
    return isValue ? `$boolean(${write(row.value)})` : writeCondition(test, write);
  },
  say: ({ test }, speaker) => `yes if ${speaker.condition(test)}, otherwise no`,
};
