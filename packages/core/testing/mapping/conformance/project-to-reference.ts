import type { AncestorLabel, ConditionalIr, EntryIr, Ir, StageIr } from '../../../src/mapping/syntax/ir.ts';

/** A node of the reference's processed syntax tree, as plain data. */
export type ReferenceNode = Record<string, unknown>;

/**
 * Converts the IR to the shape of the reference's processed syntax tree, for comparison. Left out on both sides are
 * `position` (the reference gives a token's end, and not everywhere) and what only its parser reads (`seekingParent`, a
 * slot's `level` and `index`). `then` and `else` keep their names in the IR, because an object with a method `then`
 * would be treated as a promise.
 */
export function projectToReference(ir: Ir): ReferenceNode {
  return project(ir, { isCondition: false });
}

/** `isCondition`: inside the copy that the reference makes of the left side of `??` and `?:`. */
interface Mode {
  readonly isCondition: boolean;
}

function project(ir: Ir, mode: Mode): ReferenceNode {
  const node = { ...kindOf(ir, mode), ...marksOf(ir, mode) };
  // The copy is made before tail calls are searched for.
  if (ir.kind !== 'call' || ir.isTail === undefined || mode.isCondition) return node;
  return { type: 'lambda', thunk: true, arguments: [], body: node };
}

function marksOf(ir: Ir, mode: Mode): ReferenceNode {
  return {
    ...(ir.keepArray && { keepArray: true }),
    ...(ir.predicates && { predicate: ir.predicates.map((stage) => stageOf(stage, mode)) }),
    ...(ir.stages && { stages: ir.stages.map((stage) => stageOf(stage, mode)) }),
    ...(ir.group && { group: { lhs: pairsOf(ir.group.entries, mode) } }),
    ...(ir.focus !== undefined && { focus: ir.focus }),
    ...(ir.index !== undefined && { index: ir.index }),
    ...(ir.ancestor && { ancestor: slotOf(ir.ancestor) }),
    ...(ir.isTuple && { tuple: true }),
    ...(ir.isConstructed && { consarray: true }),
  };
}

function kindOf(ir: Ir, mode: Mode): ReferenceNode {
  const all = (nodes: readonly Ir[]): ReferenceNode[] => nodes.map((node) => project(node, mode));
  const one = (node: Ir): ReferenceNode => project(node, mode);
  switch (ir.kind) {
    case 'literal':
      return { type: literalType(ir.value), value: ir.value };
    case 'name':
    case 'variable':
      return { type: ir.kind, value: ir.name };
    case 'path':
      return { type: 'path', steps: all(ir.steps), ...(ir.keepsSingleton && { keepSingletonArray: true }) };
    case 'wildcard':
      return { type: ir.kind, value: '*' };
    case 'descendant':
      return { type: ir.kind, value: '**' };
    case 'parent':
      return { type: 'parent', slot: slotOf(ir.slot) };
    case 'regex':
      // When they are copied as JSON, the reference's regular expressions become empty objects.
      return { type: 'regex', value: mode.isCondition ? {} : String(new RegExp(ir.pattern, `${ir.flags}g`)) };
    case 'array':
      return { type: 'unary', value: '[', expressions: all(ir.items) };
    case 'object':
      return { type: 'unary', value: '{', lhs: pairsOf(ir.entries, mode) };
    case 'negate':
      return { type: 'unary', value: '-', expression: one(ir.operand) };
    case 'binary':
      return { type: 'binary', value: ir.operator, lhs: one(ir.left), rhs: one(ir.right) };
    case 'range':
      return { type: 'binary', value: '..', lhs: one(ir.from), rhs: one(ir.to) };
    case 'bind':
      return { type: 'bind', value: ':=', lhs: one(ir.target), rhs: one(ir.value) };
    case 'apply':
      return { type: 'apply', value: '~>', lhs: one(ir.left), rhs: one(ir.right) };
    default:
      return otherKindOf(ir, mode);
  }
}

type Other = Ir & {
  kind:
    | 'call'
    | 'partial'
    | 'placeholder'
    | 'lambda'
    | 'conditional'
    | 'default'
    | 'block'
    | 'transform'
    | 'sort'
    | 'missing';
};

function otherKindOf(ir: Other, mode: Mode): ReferenceNode {
  const all = (nodes: readonly Ir[]): ReferenceNode[] => nodes.map((node) => project(node, mode));
  const one = (node: Ir): ReferenceNode => project(node, mode);
  switch (ir.kind) {
    case 'call':
      return { type: 'function', value: '(', arguments: all(ir.args), procedure: one(ir.callee) };
    case 'partial':
      return { type: 'partial', value: '(', arguments: all(ir.args), procedure: one(ir.callee) };
    case 'placeholder':
      return { type: 'operator', value: '?' };
    case 'lambda': {
      const signature = ir.signature && { signature: { definition: ir.signature.definition } };
      // Tail calls of a lambda itself are searched for in the copy as well.
      return {
        type: 'lambda',
        arguments: all(ir.parameters),
        ...signature,
        body: project(ir.body, { isCondition: false }),
      };
    }
    case 'conditional':
      return conditionOf(project(ir.condition, mode), ir, mode);
    case 'default': {
      const copy = project(ir.left, { isCondition: true });
      const procedure = { type: 'variable', value: 'exists' };
      const condition = ir.operator === '?:' ? copy : { type: 'function', value: '(', arguments: [copy], procedure };
      return conditionOf(condition, { whenTrue: ir.left, whenFalse: ir.right }, mode);
    }
    case 'block':
      return { type: 'block', expressions: all(ir.expressions) };
    case 'transform':
      return {
        type: 'transform',
        pattern: one(ir.pattern),
        update: one(ir.update),
        ...(ir.remove && { delete: one(ir.remove) }),
      };
    case 'sort':
      return {
        type: 'sort',
        terms: ir.terms.map(({ isDescending, expression }) => ({
          descending: isDescending,
          expression: one(expression),
        })),
      };
    case 'missing':
      return { type: 'error' };
  }
}

type Branches = Pick<ConditionalIr, 'whenTrue' | 'whenFalse'>;

function conditionOf(condition: ReferenceNode, { whenTrue, whenFalse }: Branches, mode: Mode): ReferenceNode {
  return {
    type: 'condition',
    condition,
    whenTrue: project(whenTrue, mode),
    ...(whenFalse && { whenFalse: project(whenFalse, mode) }),
  };
}

function literalType(value: string | number | boolean | null): string {
  return typeof value === 'string' || typeof value === 'number' ? typeof value : 'value';
}

const slotOf = ({ label }: AncestorLabel): ReferenceNode => ({ label });

const pairsOf = (entries: readonly EntryIr[], mode: Mode): ReferenceNode[][] =>
  entries.map(({ key, value }) => [project(key, mode), project(value, mode)]);

function stageOf(stage: StageIr, mode: Mode): ReferenceNode {
  if (stage.kind === 'index') return { type: 'index', value: stage.name };
  return { type: 'filter', expr: project(stage.predicate, mode) };
}
