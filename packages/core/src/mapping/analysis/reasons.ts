import { nearestNames } from '../functions/nearest-names.ts';
import { isTruthy } from '../is-truthy.ts';
import type { FilterIr, Ir, PathIr } from '../syntax/ir.ts';
import type { Reason } from './explanation.ts';
import { isEmpty } from './fill-rates.ts';
import { plainValue } from './plain-value.ts';
import type { TraceNode } from './trace.ts';

const isNothing = ({ value }: TraceNode): boolean => isEmpty(plainValue(value));

/** The evaluation of a part; the last one when there are several. */
const partOf = ({ parts }: TraceNode, ir: Ir | undefined): TraceNode | undefined =>
  parts.findLast((part) => part.ir === ir);

/** Explains why an expression gave its value, as far as something was empty or decided on the way. */
export function reasonsFor(node: TraceNode): Reason[] {
  const { ir } = node;
  switch (ir.kind) {
    case 'path':
      return isNothing(node) ? reasonsForPath(node, ir) : [];
    case 'variable':
      return isNothing(node) ? reasonsForVariable(node, ir.name) : [];
    case 'conditional':
      return reasonsForConditional(node, ir);
    case 'default':
      return reasonsForDefault(node, ir);
    case 'block':
      return reasonsOfPart(partOf(node, ir.expressions.at(-1)));
    case 'bind':
      return reasonsOfPart(partOf(node, ir.value));
    case 'call':
      return reasonsForCall(node, ir);
    case 'apply':
    case 'binary':
      return isNothing(node) ? reasonsForOperands(node, [ir.left, ir.right]) : [];
    case 'negate':
      return isNothing(node) ? reasonsForOperands(node, [ir.operand]) : [];
    case 'literal':
      return isNothing(node) ? [blank(ir, ir.value)] : [];
    default:
      return [];
  }
}

const reasonsOfPart = (part: TraceNode | undefined): Reason[] => (part === undefined ? [] : reasonsFor(part));

const blank = ({ start, end }: Ir, value: unknown): Reason => ({
  kind: 'blank',
  start,
  end,
  value,
  message: value === null ? 'This is null.' : 'This is empty.',
});

function reasonsForPath(node: TraceNode, ir: PathIr): Reason[] {
  const evaluations = ir.steps.map((step) => node.parts.filter((part) => part.ir === step));
  const last = evaluations.findLastIndex((parts) => parts.length > 0);
  const step = ir.steps[last];
  const parts = evaluations[last] ?? [];
  if (step === undefined) return [];
  const found = parts.filter((part) => !isNothing(part));
  if (found.length > 0) return reasonsForFilter(step, found);
  const [first] = parts;
  if (first === undefined) return [];
  if (step.kind !== 'name') return reasonsFor(first);
  return [missingStep(step, first)];
}

function missingStep(step: Ir & { kind: 'name' }, { input, value }: TraceNode): Reason {
  const { start, end, name } = step;
  const before = plainValue(input);
  const records = (Array.isArray(before) ? before : [before]).filter(
    (item) => typeof item === 'object' && item !== null,
  );
  const known = [...new Set(records.flatMap((item: object) => Object.keys(item)))];
  if (known.includes(name)) return blank(step, plainValue(value));
  const near = nearestNames(name, known);
  const hint = near.length > 0 ? ` The nearest there: ${near.join(', ')}.` : '';
  const message = records.length === 0 ? `There is nothing to take "${name}" from.` : `There is no "${name}".${hint}`;
  return { kind: 'step', start, end, before, names: near.length > 0 ? near : known.slice(0, 8), message };
}

/** The last step found something, but its filters left nothing. */
function reasonsForFilter(step: Ir, found: readonly TraceNode[]): Reason[] {
  const filter = step.stages?.findLast((stage): stage is FilterIr => stage.kind === 'filter');
  if (filter === undefined) return [];
  const before = found.flatMap(({ value }) => plainValue(value));
  return [filterReason(filter, before)];
}

function filterReason({ start, end, predicate }: FilterIr, before: readonly unknown[]): Reason {
  const isPosition = predicate.kind === 'literal' && typeof predicate.value === 'number';
  const count = `${before.length} ${before.length === 1 ? 'item' : 'items'}`;
  const message = isPosition ? `There is none at this position among ${count}.` : `None of ${count} fulfils this.`;
  return { kind: 'filter', start, end, before, message };
}

function reasonsForVariable(node: TraceNode, name: string): Reason[] {
  const { start, end, predicates } = node.ir;
  const bound = name === '' || name === '$' ? undefined : bindingOf(node, name);
  if (bound !== undefined && !isNothing(bound)) {
    const [filter] = predicates ?? [];
    return filter === undefined ? [] : [filterReason(filter, [plainValue(bound.value)].flat())];
  }
  const message =
    name === '' ? 'The value at hand is empty.' : name === '$' ? 'The input is empty.' : `$${name} is empty.`;
  return [{ kind: 'variable', start, end, name, message }, ...reasonsOfPart(bound)];
}

/** The last `:=` of a variable before an evaluation, in the blocks around it. */
function bindingOf(node: TraceNode, name: string): TraceNode | undefined {
  let inner = node;
  for (let outer = node.parent; outer !== undefined; outer = outer.parent) {
    const before = outer.parts.slice(0, outer.parts.indexOf(inner));
    const bind = before.findLast(({ ir }) => ir.kind === 'bind' && ir.target.name === name);
    if (bind !== undefined) return bind;
    const argument = argumentOf(outer, inner, name);
    if (argument !== undefined) return argument;
    inner = outer;
  }
  return undefined;
}

/** The argument for a parameter, where a function defined in the text is called directly. */
function argumentOf(call: TraceNode, body: TraceNode, name: string): TraceNode | undefined {
  if (call.ir.kind !== 'call' || call.ir.callee === body.ir || call.ir.args.includes(body.ir)) return undefined;
  const callee = partOf(call, call.ir.callee);
  const lambda = callee?.ir.kind === 'variable' ? bindingOf(callee, callee.ir.name)?.ir : callee?.ir;
  const written = lambda?.kind === 'bind' ? lambda.value : lambda;
  if (written?.kind !== 'lambda' || written.body !== body.ir) return undefined;
  const index = written.parameters.findIndex((parameter) => parameter.name === name);
  return partOf(call, call.ir.args[index]);
}

function reasonsForConditional(node: TraceNode, ir: Ir & { kind: 'conditional' }): Reason[] {
  const condition = partOf(node, ir.condition);
  const isTrue = isTruthy(plainValue(condition?.value));
  const branch = isTrue ? ir.whenTrue : ir.whenFalse;
  const { start, end } = ir.condition;
  const message = `This is ${isTrue ? 'true' : 'false'}${branch === undefined ? ', and there is no other value' : ''}.`;
  return [{ kind: 'condition', start, end, isTrue, message }, ...reasonsOfPart(partOf(node, branch))];
}

function reasonsForDefault(node: TraceNode, ir: Ir & { kind: 'default' }): Reason[] {
  const right = partOf(node, ir.right);
  if (right === undefined) return reasonsOfPart(partOf(node, ir.left));
  const { start, end } = ir.right;
  const message = 'The default is taken.';
  return [...reasonsOfPart(partOf(node, ir.left)), { kind: 'default', start, end, message }, ...reasonsFor(right)];
}

function reasonsForCall(node: TraceNode, ir: Ir & { kind: 'call' }): Reason[] {
  const written = new Set<Ir>([ir.callee, ...ir.args]);
  const body = node.parts.findLast((part) => !written.has(part.ir));
  const isOwn = ir.callee.kind !== 'variable' || body?.ir === lambdaBody(node, ir.callee);
  if (body !== undefined && isOwn) return reasonsFor(body);
  if (!isNothing(node)) return [];
  const args = ir.args.flatMap((arg) => partOf(node, arg) ?? []);
  const empty = args.find(isNothing);
  if (empty !== undefined) return reasonsFor(empty);
  const { start, end } = ir;
  const name = ir.callee.kind === 'variable' ? `$${ir.callee.name}` : 'The function';
  const before = args.map(({ value }) => plainValue(value));
  return [{ kind: 'function', start, end, before, message: `${name} gives nothing for this.` }];
}

function lambdaBody(node: TraceNode, callee: Ir & { kind: 'variable' }): Ir | undefined {
  const bind = bindingOf(node, callee.name)?.ir;
  return bind?.kind === 'bind' && bind.value.kind === 'lambda' ? bind.value.body : undefined;
}

function reasonsForOperands(node: TraceNode, operands: readonly Ir[]): Reason[] {
  for (const operand of operands) {
    const part = partOf(node, operand);
    if (part !== undefined && isNothing(part)) return reasonsFor(part);
  }
  return [];
}

/** Says what kept the evaluation from reaching the rest of an expression. */
export function reasonsNotReached(node: TraceNode): Reason[] {
  const { ir } = node;
  if (ir.kind === 'conditional' || ir.kind === 'path' || ir.kind === 'default') return reasonsFor(node);
  if (ir.kind === 'call') {
    const empty = ir.args.flatMap((arg) => partOf(node, arg) ?? []).find(isNothing);
    return empty === undefined ? [] : reasonsFor(empty);
  }
  return [];
}
