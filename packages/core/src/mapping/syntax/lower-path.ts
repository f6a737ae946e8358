import type { Ancestry } from './ancestry.ts';
import type { ErrorList } from './error-list.ts';
import type { Ir, PathIr, SortIr, SortTermIr } from './ir.ts';
import type { SyntaxNode } from './syntax-node.ts';

/** State that the parts of lowering share. */
export interface Lowering {
  readonly ancestry: Ancestry;
  readonly errors: ErrorList;
  readonly lower: (node: SyntaxNode) => Ir;
  /** Nodes with a `[]`. Filled before they are reached. */
  readonly marked: Set<SyntaxNode>;
  /** The number of nodes around the current one that are being lowered. */
  readonly nesting: { depth: number };
}

type Of<Kind extends SyntaxNode['kind']> = SyntaxNode & { kind: Kind };

/** `left.right`: both sides' steps become one path. */
export function lowerPath(node: Of<'binary'>, { ancestry, errors, lower }: Lowering): Ir {
  const left = lower(node.left);
  const path = pathFrom(left, node);
  if (left.kind === 'parent') ancestry.startPath(path, left);
  const rest = lower(node.right);
  if (rest.kind === 'path') for (const step of rest.steps) path.steps.push(step);
  else {
    turnPredicatesIntoStages(rest);
    path.steps.push(rest);
  }
  for (let index = 0; index < path.steps.length; index += 1) checkStep(path, index, { ancestry, errors });
  markConstructed(path.steps[0]);
  markConstructed(path.steps.at(-1));
  ancestry.resolvePath(path);
  return path;
}

/** A text as a step is a name. Other literals are refused. */
function checkStep(path: PathIr, index: number, { ancestry, errors }: Pick<Lowering, 'ancestry' | 'errors'>): void {
  const step = path.steps[index];
  if (step?.keepArray === true) path.keepsSingleton = true;
  if (step?.kind !== 'literal') return;
  const { value, kind: _, ...marks } = step;
  if (typeof value === 'string') {
    const name: Ir = { kind: 'name', name: value, ...marks };
    ancestry.replace(step, name);
    path.steps[index] = name;
  } else errors.report('S0213', step.start, step.end, { found: String(value) });
}

function markConstructed(step: Ir | undefined): void {
  if (step?.kind === 'array') step.isConstructed = true;
}

function pathFrom(ir: Ir, { start, end }: SyntaxNode): PathIr {
  if (ir.kind !== 'path') return { kind: 'path', start, end, steps: [ir] };
  ir.start = start;
  ir.end = end;
  return ir;
}

function turnPredicatesIntoStages(step: Ir): void {
  if (step.predicates === undefined) return;
  step.stages = step.predicates;
  delete step.predicates;
}

/** `subject[predicate]`: a stage of a path's last step, or a predicate of anything else. */
export function lowerFilter(node: Of<'filter'>, { ancestry, errors, lower }: Lowering): Ir {
  const ir = extend(lower(node.subject), node);
  const step = lastStepOf(ir);
  if (step.group !== undefined) errors.report('S0209', node.bracket, node.end);
  const predicate = lower(node.predicate);
  ancestry.resolveFilter(step, predicate);
  const filter = { kind: 'filter', start: node.bracket, end: node.end, predicate } as const;
  if (ir.kind === 'path') (step.stages ??= []).push(filter);
  else (step.predicates ??= []).push(filter);
  return ir;
}

/** `subject{key: value}`. */
export function lowerGroup(node: Of<'group'>, { errors, lower }: Lowering): Ir {
  const ir = extend(lower(node.subject), node);
  if (ir.group !== undefined) errors.report('S0210', node.brace, node.end);
  const entries = node.entries.map(({ start, end, key, value }) => ({
    start,
    end,
    key: lower(key),
    value: lower(value),
  }));
  ir.group = { start: node.brace, end: node.end, entries };
  return ir;
}

/** `subject^(terms)`: a separate step. */
export function lowerSort(node: Of<'sort'>, { ancestry, lower }: Lowering): Ir {
  const path = pathFrom(lower(node.subject), node);
  const terms: SortTermIr[] = [];
  const sort: SortIr = { kind: 'sort', start: node.caret, end: node.end, terms };
  for (const { start, end, isDescending, expression: written } of node.terms) {
    const expression = lower(written);
    ancestry.pass(sort, expression);
    terms.push({ start, end, isDescending, expression });
  }
  path.steps.push(sort);
  ancestry.resolvePath(path);
  return path;
}

/** `step@$name` and `step#$name`. */
export function lowerStepVariable(node: Of<'binary'>, { errors, lower }: Lowering, keepsArray: boolean): Ir {
  const subject = extend(lower(node.left), node);
  const name = node.right.kind === 'variable' ? node.right.name : '';
  const { start } = node.operatorRange;
  const step = lastStepOf(subject);
  step.isTuple = true;
  if (node.operator === '@') {
    if (step.stages !== undefined || step.predicates !== undefined) errors.report('S0215', start, node.end);
    else if (step.kind === 'sort') errors.report('S0216', start, node.end);
    if (keepsArray) step.keepArray = true;
    step.focus = name;
    return subject;
  }
  if (subject.kind !== 'path') turnPredicatesIntoStages(step);
  if (step.stages === undefined) step.index = name;
  else step.stages.push({ kind: 'index', start, end: node.end, name });
  return pathFrom(subject, node);
}

const lastStepOf = (ir: Ir): Ir => (ir.kind === 'path' ? (ir.steps.at(-1) ?? ir) : ir);

/** A node's range includes everything that is attached to it. */
function extend(ir: Ir, { start, end }: SyntaxNode): Ir {
  ir.start = start;
  ir.end = end;
  return ir;
}
