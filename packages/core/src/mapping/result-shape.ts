/** What an expression builds, as far as its text says so. */
export type ResultShape =
  | {
      readonly kind: 'object';
      readonly fields: ReadonlyMap<string, ShapeField>;
      /** True when it may have fields the text does not name. */
      readonly isOpen: boolean;
    }
  | { readonly kind: 'list'; readonly items: ResultShape }
  | { readonly kind: 'unknown' };

export interface ShapeField {
  readonly shape: ResultShape;
  /** Zero-based offset behind the field's name in the text. */
  readonly nameEnd: number;
}

interface Node {
  readonly type?: string;
  readonly value?: unknown;
  readonly [part: string]: unknown;
}

type Bound = ReadonlyMap<string, ResultShape>;

const unknown: ResultShape = { kind: 'unknown' };

/** The shape of a syntax tree's result. Follows blocks, variables, conditions, `$compact` and `$merge`. */
export function shapeOf(node: unknown, bound: Bound = new Map()): ResultShape {
  if (!isNode(node)) return unknown;
  switch (node.type) {
    case 'unary':
      return node.value === '{' ? objectShape(node, bound) : node.value === '[' ? listShape(node, bound) : unknown;
    case 'block':
      return blockShape(listOf(node['expressions']), bound);
    case 'bind':
      return shapeOf(node['rhs'], bound);
    case 'condition':
      return node['else'] === undefined
        ? shapeOf(node['then'], bound)
        : either(shapeOf(node['then'], bound), shapeOf(node['else'], bound));
    case 'variable':
      return bound.get(String(node.value)) ?? unknown;
    case 'function':
      return callShape(node, bound);
    case 'path':
      return pathShape(listOf(node['steps']), bound);
    default:
      return unknown;
  }
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function objectShape(node: Node, bound: Bound): ResultShape {
  const fields = new Map<string, ShapeField>();
  let isOpen = false;
  for (const pair of listOf(node['lhs'])) {
    const [key, value] = listOf(pair);
    if (isNode(key) && key.type === 'string' && typeof key.value === 'string') {
      fields.set(key.value, { shape: shapeOf(value, bound), nameEnd: Number(key['position'] ?? 0) });
    } else {
      isOpen = true;
    }
  }
  return { kind: 'object', fields, isOpen };
}

function listShape(node: Node, bound: Bound): ResultShape {
  const shapes = listOf(node['expressions']).map((item) => shapeOf(item, bound));
  const items = shapes.map((shape) => (shape.kind === 'list' ? shape.items : shape));
  return { kind: 'list', items: items.length === 0 ? unknown : items.reduce(either) };
}

function blockShape(expressions: readonly unknown[], bound: Bound): ResultShape {
  const inner = new Map(bound);
  let last = unknown;
  for (const expression of expressions) {
    last = shapeOf(expression, inner);
    if (!isNode(expression) || expression.type !== 'bind' || !isNode(expression['lhs'])) continue;
    inner.set(String(expression['lhs'].value), last);
  }
  return last;
}

/** `lines.{ … }` builds one object per line: a list, or a single one where there is one line. */
function pathShape(steps: readonly unknown[], bound: Bound): ResultShape {
  const last = steps.at(-1);
  if (!isNode(last) || steps.length < 2 || (last.type !== 'unary' && last.type !== 'block')) return unknown;
  const items = shapeOf(last, bound);
  return items.kind === 'unknown' ? unknown : { kind: 'list', items: items.kind === 'list' ? items.items : items };
}

function callShape(node: Node, bound: Bound): ResultShape {
  const name = isNode(node['procedure']) ? node['procedure'].value : undefined;
  const [first] = listOf(node['arguments']);
  if (name === 'compact') return shapeOf(first, bound);
  if (name !== 'merge' || !isNode(first) || first.type !== 'unary' || first.value !== '[') return unknown;
  const parts = listOf(first['expressions']).map((part) => shapeOf(part, bound));
  const fields = parts.flatMap((part) => (part.kind === 'object' ? [...part.fields] : []));
  const isOpen = parts.some((part) => part.kind !== 'object' || part.isOpen);
  return { kind: 'object', fields: new Map(fields), isOpen };
}

/** One of two: what either names may be there. */
function either(a: ResultShape, b: ResultShape): ResultShape {
  if (a.kind === 'unknown') return b.kind === 'object' ? { ...b, isOpen: true } : b;
  if (b.kind === 'unknown') return a.kind === 'object' ? { ...a, isOpen: true } : a;
  if (a.kind === 'list' && b.kind === 'list') return { kind: 'list', items: either(a.items, b.items) };
  if (a.kind !== 'object' || b.kind !== 'object') return unknown;
  return { kind: 'object', fields: new Map([...a.fields, ...b.fields]), isOpen: a.isOpen || b.isOpen };
}
