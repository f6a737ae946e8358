import { bindingPowerOf } from '../../syntax/operators.ts';
import type { SyntaxNode } from '../../syntax/syntax-node.ts';
import type { FormOf } from '../field-form.ts';
import { readCondition, writeCondition } from './condition-rows.ts';
import { isRepeated } from './first-filled.ts';
import type { FormKind, WriteForm } from './form-kind.ts';
import { withoutBrackets } from './without-brackets.ts';

export const condition: FormKind<'condition'> = {
  read(node, reader) {
    if (node.kind !== 'conditional') return undefined;
    const cases: FormOf<'condition'>['cases'][number][] = [];
    let rest: SyntaxNode | undefined = node;
    while (rest?.kind === 'conditional' && !isRepeated(rest)) {
      cases.push({ when: readCondition(rest.condition, reader), value: reader.form(rest.whenTrue) });
      rest = rest.whenFalse === undefined ? undefined : withoutBrackets(rest.whenFalse);
    }
    return { kind: 'condition', cases, ...(rest !== undefined && { otherwise: reader.form(rest) }) };
  },
  write({ cases, otherwise }, write) {
    const rows = cases.map(({ when, value }) => `${asked(when, write)} ? ${write(value, bindingPowerOf('?'))}`);
    return [...rows, ...(otherwise === undefined ? [] : [write(otherwise)])].join(' : ');
  },
  say({ cases, otherwise }, speaker) {
    const rows = cases.map(({ when, value }) => `${speaker.form(value)} if ${speaker.condition(when)}`);
    return `${rows.join(', ')}, otherwise ${otherwise === undefined ? 'nothing' : speaker.form(otherwise)}`;
  },
};

/** Only a single value can be torn apart by `?`; comparisons bind more strongly. */
function asked(when: FormOf<'check'>['test'], write: WriteForm): string {
  const [row] = when.rows;
  const isValue = when.rows.length === 1 && row?.kind === 'state' && row.state === 'filled';
  return isValue ? write(row.value, bindingPowerOf('?')) : writeCondition(when, write);
}
