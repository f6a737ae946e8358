import { orWhenSpent, touch, withMeter } from './work-meter.ts';
import type { Ir } from './syntax/ir.ts';
import type { TextRange } from './syntax/syntax-node.ts';

/** Describes what an expression builds, as far as its text shows it. */
export type ResultShape =
  | {
      readonly kind: 'object';
      readonly fields: ReadonlyMap<string, ShapeField>;
      /** True when it may have fields that the text does not name. */
      readonly isOpen: boolean;
    }
  | { readonly kind: 'list'; readonly items: ResultShape }
  | { readonly kind: 'unknown' };

export interface ShapeField {
  readonly shape: ResultShape;
  /** The range of the field's name in the text, including quotes. */
  readonly range: TextRange;
}

type Bound = ReadonlyMap<string, ResultShape>;

const unknown: ResultShape = { kind: 'unknown' };

/** Fields that are walked for one text. What exceeds the limit is not known. */
const mostFields = 50_000;

/** The shape of an expression's result. Follows blocks, variables, conditions, `$compact` and `$merge`. */
export function resultShape(ir: Ir): ResultShape {
  let left = mostFields;
  const meter = {
    spend: (fields: number) => (left -= fields),
    get isSpent() {
      return left < 0;
    },
    compare: () => true,
  };
  return withMeter(meter, () =>
    orWhenSpent(
      () => shapeOf(ir, new Map()),
      () => unknown,
    ),
  );
}

function shapeOf(ir: Ir, bound: Bound): ResultShape {
  switch (ir.kind) {
    case 'object':
      return objectShape(ir, bound);
    case 'array':
      return listShape(ir.items, bound);
    case 'block':
      return blockShape(ir.expressions, bound);
    case 'bind':
      return shapeOf(ir.value, bound);
    case 'conditional': {
      const whenTrue = shapeOf(ir.whenTrue, bound);
      return ir.whenFalse === undefined ? whenTrue : either(whenTrue, shapeOf(ir.whenFalse, bound));
    }
    case 'default':
      return either(shapeOf(ir.left, bound), shapeOf(ir.right, bound));
    case 'variable':
      return bound.get(ir.name) ?? unknown;
    case 'call':
      return callShape(ir, bound);
    case 'path':
      return pathShape(ir.steps, bound);
    default:
      return unknown;
  }
}

function objectShape({ entries }: Ir & { kind: 'object' }, bound: Bound): ResultShape {
  const fields = new Map<string, ShapeField>();
  let isOpen = false;
  for (const { key, value } of entries) {
    if (key.kind === 'literal' && typeof key.value === 'string') {
      fields.set(key.value, { shape: shapeOf(value, bound), range: { start: key.start, end: key.end } });
    } else {
      isOpen = true;
    }
  }
  return { kind: 'object', fields, isOpen };
}

function listShape(written: readonly Ir[], bound: Bound): ResultShape {
  const shapes = written.map((item) => shapeOf(item, bound));
  const items = shapes.map((shape) => (shape.kind === 'list' ? shape.items : shape));
  return { kind: 'list', items: items.length === 0 ? unknown : items.reduce(either) };
}

function blockShape(expressions: readonly Ir[], bound: Bound): ResultShape {
  touch(bound.size);
  const inner = new Map(bound);
  let last = unknown;
  for (const expression of expressions) {
    last = shapeOf(expression, inner);
    if (expression.kind === 'bind') inner.set(expression.target.name, last);
  }
  return last;
}

/** `lines.{ … }` builds one object per line: a list, or a single object when there is one line. */
function pathShape(steps: readonly Ir[], bound: Bound): ResultShape {
  const last = steps.at(-1);
  if (last === undefined || steps.length < 2 || !['object', 'array', 'block'].includes(last.kind)) return unknown;
  const items = shapeOf(last, bound);
  return items.kind === 'unknown' ? unknown : { kind: 'list', items: items.kind === 'list' ? items.items : items };
}

function callShape({ callee, args }: Ir & { kind: 'call' }, bound: Bound): ResultShape {
  const name = callee.kind === 'variable' ? callee.name : undefined;
  const [first] = args;
  if (first === undefined) return unknown;
  if (name === 'compact') return shapeOf(first, bound);
  if (name !== 'merge' || first.kind !== 'array') return unknown;
  const parts = first.items.map((part) => shapeOf(part, bound));
  for (const part of parts) touch(part.kind === 'object' ? part.fields.size : 1);
  const fields = parts.flatMap((part) => (part.kind === 'object' ? [...part.fields] : []));
  const isOpen = parts.some((part) => part.kind !== 'object' || part.isOpen);
  return { kind: 'object', fields: new Map(fields), isOpen };
}

/** One of two shapes: fields of either may exist. */
function either(a: ResultShape, b: ResultShape): ResultShape {
  if (a.kind === 'unknown') return b.kind === 'object' ? { ...b, isOpen: true } : b;
  if (b.kind === 'unknown') return a.kind === 'object' ? { ...a, isOpen: true } : a;
  if (a.kind === 'list' && b.kind === 'list') return { kind: 'list', items: either(a.items, b.items) };
  if (a.kind !== 'object' || b.kind !== 'object') return unknown;
  if (a === b) return a;
  touch(a.fields.size + b.fields.size);
  return { kind: 'object', fields: new Map([...a.fields, ...b.fields]), isOpen: a.isOpen || b.isOpen };
}
