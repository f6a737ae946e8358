import { bindingPowerOf } from '../../syntax/operators.ts';
import type { SyntaxNode } from '../../syntax/syntax-node.ts';
import { chainOf } from '../chain-of.ts';
import type { Comparison, Condition, ConditionRow, FieldForm, State } from '../field-form.ts';
import { isCallOf } from './is-call-of.ts';
import type { FormReader, FormSpeaker, WriteForm } from './form-kind.ts';
import { withoutBrackets } from './without-brackets.ts';

/** The rows of a condition. Anything that is not a comparison is a row that asks whether it is filled. */
export function readCondition(written: SyntaxNode, reader: FormReader): Condition {
  const node = withoutBrackets(written);
  const operator = node.kind === 'binary' ? node.operator : '';
  if (operator !== 'and' && operator !== 'or') return { match: 'all', rows: [readRow(node, reader)] };
  return {
    match: operator === 'and' ? 'all' : 'any',
    rows: chainOf(node, operator).map((row) => readRow(row, reader)),
  };
}

export function writeCondition({ match, rows }: Condition, write: WriteForm): string {
  const operator = match === 'all' ? 'and' : 'or';
  return rows
    .map((row) => writeRow(row, write, rows.length === 1 ? 0 : bindingPowerOf(operator)))
    .join(` ${operator} `);
}

/** True for an expression that gives yes or no by comparing. */
export function isComparison(written: SyntaxNode): boolean {
  const node = withoutBrackets(written);
  if (node.kind === 'binary') return node.operator === 'and' || node.operator === 'or' || node.operator in comparisons;
  return isCallOf(node, 'not', 1) || isCallOf(node, 'exists', 1) || isCallOf(node, 'contains', 2);
}

export function sayCondition({ match, rows }: Condition, speaker: FormSpeaker): string {
  const said = rows.map((row) => sayRow(row, speaker));
  return said.join(match === 'all' ? ' and ' : ' or ');
}

const comparisons: Readonly<Record<string, Comparison>> = {
  '=': 'is',
  '!=': 'is-not',
  '<': 'less',
  '<=': 'at-most',
  '>': 'more',
  '>=': 'at-least',
  in: 'one-of',
};
const operators = new Map(Object.entries(comparisons).map(([operator, name]) => [name, operator] as const));

function readRow(written: SyntaxNode, reader: FormReader): ConditionRow {
  const node = withoutBrackets(written);
  if (node.kind === 'binary') {
    if (node.operator === 'and' || node.operator === 'or')
      return { kind: 'group', condition: readCondition(node, reader) };
    const operator = comparisons[node.operator];
    if (operator !== undefined)
      return { kind: 'comparison', left: reader.form(node.left), operator, right: reader.form(node.right) };
  }
  if (isCallOf(node, 'contains', 2)) {
    const [left, right] = node.args.map(reader.form);
    if (left !== undefined && right !== undefined) return { kind: 'comparison', left, operator: 'contains', right };
  }
  const [asked] = isCallOf(node, 'not', 1) || isCallOf(node, 'exists', 1) ? node.args : [];
  if (asked === undefined) return { kind: 'state', value: reader.form(node), state: 'filled' };
  if (isCallOf(node, 'exists', 1)) return { kind: 'state', value: reader.form(asked), state: 'there' };
  return readNegated(withoutBrackets(asked), reader);
}

function readNegated(node: SyntaxNode, reader: FormReader): ConditionRow {
  if (node.kind === 'binary' && node.operator === 'in')
    return { kind: 'comparison', left: reader.form(node.left), operator: 'none-of', right: reader.form(node.right) };
  const [inner] = isCallOf(node, 'exists', 1) ? node.args : [];
  return inner === undefined
    ? { kind: 'state', value: reader.form(node), state: 'empty' }
    : { kind: 'state', value: reader.form(inner), state: 'missing' };
}

function writeRow(row: ConditionRow, write: WriteForm, power: number): string {
  if (row.kind === 'group') return `(${writeCondition(row.condition, write)})`;
  if (row.kind === 'state') return writeState(row.state, row.value, write, power);
  const { left, right } = row;
  const compared = bindingPowerOf('=');
  if (row.operator === 'contains') return `$contains(${write(left)}, ${write(right)})`;
  const isNegated = row.operator === 'none-of';
  const operator = isNegated ? 'in' : (operators.get(row.operator) ?? '=');
  const text = `${write(left, compared)} ${operator} ${write(right, compared)}`;
  return isNegated ? `$not(${text})` : text;
}

function writeState(state: State, value: FieldForm, write: WriteForm, power: number): string {
  switch (state) {
    case 'filled':
      return write(value, power);
    case 'empty':
      return `$not(${write(value)})`;
    case 'there':
      return `$exists(${write(value)})`;
    case 'missing':
      return `$not($exists(${write(value)}))`;
  }
}

const words: Readonly<Record<Comparison | State, string>> = {
  is: 'is',
  'is-not': 'is not',
  less: 'is less than',
  'at-most': 'is at most',
  more: 'is more than',
  'at-least': 'is at least',
  'one-of': 'is one of',
  'none-of': 'is none of',
  contains: 'contains',
  filled: 'is filled',
  empty: 'is empty',
  there: 'is there',
  missing: 'is missing',
};

/** For what answers a question, by its name. */
const answers: Readonly<Record<State, string>> = { ...words, filled: 'is yes', empty: 'is no' };

function isYesOrNo(form: FieldForm): boolean {
  if (form.kind === 'check') return true;
  const name = form.kind === 'source' ? form.path.at(-1)?.name : undefined;
  return name !== undefined && /^\$?(is|has|can)(?=[A-Z_])/i.test(name);
}

function sayRow(row: ConditionRow, speaker: FormSpeaker): string {
  if (row.kind === 'group') return `(${sayCondition(row.condition, speaker)})`;
  if (row.kind === 'state') return `${speaker.form(row.value)} ${(isYesOrNo(row.value) ? answers : words)[row.state]}`;
  const right = row.right.kind === 'values' ? row.right.items.map(speaker.form).join(', ') : speaker.form(row.right);
  return `${speaker.form(row.left)} ${words[row.operator]} ${right}`;
}
