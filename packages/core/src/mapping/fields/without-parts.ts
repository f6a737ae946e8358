import type { SyntaxNode, TextRange } from '../syntax/syntax-node.ts';
import type { TextEdit } from '../syntax/text-edit.ts';
import { chainOf } from './chain-of.ts';

/** What is left of an expression without some of its parts. */
export type Remainder =
  | { readonly kind: 'edits'; readonly edits: readonly TextEdit[] }
  /** Nothing is left. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'stuck'; readonly reason: string };

const gone: Remainder = { kind: 'gone' };
const unchanged: Remainder = { kind: 'edits', edits: [] };

/** Takes the parts at these ranges out of an expression, with the operators and functions that make no sense without them. */
export function withoutParts(text: string, node: SyntaxNode, parts: readonly TextRange[]): Remainder {
  const inside = parts.filter(({ start, end }) => start >= node.start && end <= node.end);
  const without = (inner: SyntaxNode): Remainder => withoutParts(text, inner, inside);
  if (inside.length === 0) return unchanged;
  if (inside.some(({ start, end }) => start <= node.start && end >= node.end)) return gone;
  switch (node.kind) {
    case 'binary':
      return withoutOperand(text, node, without);
    case 'conditional':
      return withoutBranch(text, node, without);
    case 'array':
      return withoutItems(node.items, without);
    case 'call':
      return withoutArgument(node, without);
    case 'filter':
    case 'sort':
    case 'keepArray':
      return subjectOnly(without(node.subject), 'It decides which items are used, or in which order.');
    case 'block':
      return node.expressions.length === 1 && node.expressions[0] !== undefined
        ? without(node.expressions[0])
        : stuck('It is used in a calculation of several steps.');
    case 'negate':
      return without(node.operand);
    case 'object':
    case 'group':
      return stuck('The field has fields of its own. Remove the lines of those.');
    default:
      return stuck('It is part of an expression that only the text shows.');
  }
}

const stuck = (why: string): Remainder => ({
  kind: 'stuck',
  reason: `${why} Change it in the field editor or in the text, or remove the whole field.`,
});
const subjectOnly = (rest: Remainder, why: string): Remainder =>
  rest.kind === 'edits' && rest.edits.length === 0 ? stuck(why) : rest;

type Of<Kind extends SyntaxNode['kind']> = Extract<SyntaxNode, { kind: Kind }>;
type Without = (node: SyntaxNode) => Remainder;

/** Leaves only one part of an expression. */
const only = (whole: TextRange, part: TextRange, edits: readonly TextEdit[] = []): Remainder => ({
  kind: 'edits',
  edits: [
    { start: whole.start, end: part.start, text: '' },
    ...edits,
    { start: part.end, end: whole.end, text: '' },
  ].filter(({ start, end, text }) => start < end || text !== ''),
});

function withoutOperand(text: string, node: Of<'binary'>, without: Without): Remainder {
  const { operator, left, right } = node;
  if (operator === '&') return withoutOperands(text, chainOf(node, '&'), without);
  if (operator === '?:' || operator === '??') {
    const [one, other] = [without(left), without(right)];
    if (one.kind === 'stuck') return one;
    if (other.kind === 'stuck') return other;
    if (one.kind === 'gone') return other.kind === 'gone' ? gone : only(node, right, other.edits);
    return other.kind === 'gone' ? only(node, left, one.edits) : both(one.edits, other.edits);
  }
  if (operator === '.') {
    const rest = without(left);
    return subjectOnly(rest, 'It is part of a path with a calculation.');
  }
  return stuck(`It is one side of “${operator}”, and the other side makes no sense alone.`);
}

const both = (one: readonly TextEdit[], other: readonly TextEdit[]): Remainder => ({
  kind: 'edits',
  edits: [...one, ...other],
});

/** Takes operands out of `a & ", " & b`, each with the fixed text that separated it from what is kept. */
function withoutOperands(text: string, operands: readonly SyntaxNode[], without: Without): Remainder {
  const rests = operands.map(without);
  const problem = rests.find(({ kind }) => kind === 'stuck');
  if (problem !== undefined) return problem;
  const isOut = rests.map(({ kind }) => kind === 'gone');
  if (operands.every((operand, index) => isOut[index] === true || operand.kind === 'literal')) return gone;
  operands.forEach((_, index) => {
    if (rests[index]?.kind !== 'gone') return;
    const isAfterKept = operands.some((kept, at) => at < index && kept.kind !== 'literal' && isOut[at] !== true);
    const separator = isAfterKept && operands[index - 1]?.kind === 'literal' ? index - 1 : index + 1;
    if (operands[separator]?.kind === 'literal') isOut[separator] = true;
  });
  const edits = operands.flatMap((_, index): TextEdit[] => {
    const rest = rests[index];
    if (isOut[index] !== true) return rest?.kind === 'edits' ? [...rest.edits] : [];
    return [cutWithOperator(operands, isOut, index, text)];
  });
  return { kind: 'edits', edits: edits.filter(({ start, end }) => start < end) };
}

/** An operand goes with the operator in front of it, or with the one behind it if everything in front goes too. */
function cutWithOperator(
  operands: readonly SyntaxNode[],
  isOut: readonly boolean[],
  index: number,
  text: string,
): TextEdit {
  const operand = operands[index];
  const start = operand?.start ?? 0;
  const end = operand?.end ?? start;
  const isLeading = isOut.slice(0, index).every(Boolean);
  if (isLeading) return { start, end: operands[index + 1]?.start ?? end, text: '' };
  const before = operands[index - 1]?.end ?? start;
  return { start: before, end: Math.min(end, text.length), text: '' };
}

function withoutBranch(text: string, node: Of<'conditional'>, without: Without): Remainder {
  const { condition, whenTrue, whenFalse } = node;
  const [asked, yes] = [without(condition), without(whenTrue)];
  const no = whenFalse === undefined ? unchanged : without(whenFalse);
  const isOneField = text.slice(condition.start, condition.end) === text.slice(whenTrue.start, whenTrue.end);
  if (asked.kind === 'gone' && yes.kind === 'gone' && isOneField) {
    if (whenFalse === undefined || no.kind === 'gone') return gone;
    return no.kind === 'stuck' ? no : only(node, whenFalse, no.edits);
  }
  if (asked.kind === 'gone' && isUnchanged(yes) && whenFalse === undefined) return only(node, whenTrue);
  if (!isUnchanged(asked)) return stuck('It decides which value the field gets.');
  if (yes.kind === 'stuck') return yes;
  if (no.kind === 'stuck') return no;
  if (yes.kind === 'gone')
    return no.kind === 'gone' || whenFalse === undefined ? gone : stuck('It is the value of one of the cases.');
  if (no.kind === 'gone') return both(yes.edits, [{ start: whenTrue.end, end: node.end, text: '' }]);
  return both(yes.edits, no.edits);
}

const isUnchanged = (rest: Remainder): boolean => rest.kind === 'edits' && rest.edits.length === 0;

function withoutItems(items: readonly SyntaxNode[], without: Without): Remainder {
  const rests = items.map(without);
  const problem = rests.find(({ kind }) => kind === 'stuck');
  if (problem !== undefined) return problem;
  if (rests.every(({ kind }) => kind === 'gone')) return gone;
  const firstKept = rests.findIndex(({ kind }) => kind !== 'gone');
  const edits = items.flatMap((item, index): readonly TextEdit[] => {
    const rest = rests[index];
    if (rest?.kind === 'edits') return rest.edits;
    if (index < firstKept) return [{ start: item.start, end: items[index + 1]?.start ?? item.end, text: '' }];
    return [{ start: items[index - 1]?.end ?? item.start, end: item.end, text: '' }];
  });
  return { kind: 'edits', edits };
}

/** A function says nothing without the value that it works on. */
function withoutArgument(node: Of<'call'>, without: Without): Remainder {
  const { callee, args } = node;
  const name = callee.kind === 'variable' ? callee.name : '';
  const subject = name === 'valueMap' ? 1 : 0;
  const rests = args.map(without);
  if (name === 'append') return withoutAppended(node, rests);
  if (rests[subject]?.kind === 'gone') return gone;
  const problem = rests.find(({ kind }) => kind === 'stuck');
  if (problem !== undefined) return problem;
  if (rests.some(({ kind }) => kind === 'gone')) return stuck(`The function $${name} needs it.`);
  return { kind: 'edits', edits: rests.flatMap((rest) => (rest.kind === 'edits' ? rest.edits : [])) };
}

function withoutAppended(node: Of<'call'>, rests: readonly Remainder[]): Remainder {
  const [kept, ...more] = node.args.filter((_, index) => rests[index]?.kind !== 'gone');
  if (kept === undefined) return gone;
  return more.length === 0 ? only(node, kept) : stuck('It is part of a list.');
}
