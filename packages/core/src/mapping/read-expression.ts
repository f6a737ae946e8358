import { parseMapping } from './compile-mapping.ts';
import { shapeOf, type ResultShape } from './result-shape.ts';
import { valueMapNamesIn } from './value-map-names.ts';

/** A stretch of an expression's text, zero-based; `end` is exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** `$steps.readAccount.Name` uses the step `readAccount`, then the names `Name`. */
export interface StepUse extends TextRange {
  readonly stepId: string;
  readonly names: readonly string[];
}

export interface NamedUse extends TextRange {
  readonly name: string;
}

/** What can be said about an expression without evaluating it. */
export interface ExpressionReading {
  readonly steps: readonly StepUse[];
  /** Variables used and not bound in the expression itself, without the `$`; functions not among them. */
  readonly variables: readonly NamedUse[];
  /** Functions called and not defined in the expression itself. */
  readonly functions: readonly NamedUse[];
  /** True when it reads no data: its value is the same for every record. */
  readonly isConstant: boolean;
  /** Value maps it looks up by a literal name. */
  readonly valueMaps: readonly string[];
  readonly shape: ResultShape;
}

interface Node {
  readonly type?: string;
  readonly value?: unknown;
  readonly position?: number;
  readonly [part: string]: unknown;
}

/** A flow is validated on every key stroke, and all but one of its expressions are as they were. */
const readings = new Map<string, ExpressionReading>();
const maxReadings = 2000;

/**
 * Reads an expression or mapping without evaluating it. Answers are kept for texts read lately.
 * @throws MappingError (phase `parse`)
 */
export function readExpression(text: string): ExpressionReading {
  const known = readings.get(text);
  if (known !== undefined) return known;
  const reading = read(text);
  if (readings.size >= maxReadings) readings.clear();
  readings.set(text, reading);
  return reading;
}

function read(text: string): ExpressionReading {
  const root = parseMapping(text);
  const nodes = [...walk(root)];
  const local = new Set(nodes.flatMap(boundNames));
  const called = new Set(nodes.flatMap((node) => (isNode(node['procedure']) ? [node['procedure']] : [])));
  const used = nodes.filter((node) => node.type === 'variable' && isOuter(node, local));
  const named = (node: Node): NamedUse => ({ name: String(node.value), ...rangeOf(node, 1) });
  return {
    steps: local.has('steps') ? [] : nodes.flatMap(stepUses),
    variables: used.filter((node) => !called.has(node)).map(named),
    functions: used.filter((node) => called.has(node)).map(named),
    isConstant: !nodes.some(
      (node) =>
        ['name', 'wildcard', 'descendant', 'parent'].includes(node.type ?? '') ||
        (node.type === 'variable' && !called.has(node) && !local.has(String(node.value))),
    ),
    valueMaps: valueMapNamesIn(root),
    shape: shapeOf(root),
  };
}

function* walk(value: unknown): Generator<Node> {
  if (typeof value !== 'object' || value === null) return;
  if (isNode(value)) yield value;
  for (const child of Object.values(value)) yield* walk(child);
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

/** `$` and `$$` are the input, everything else that nobody binds comes from outside. */
const isOuter = ({ value }: Node, local: ReadonlySet<string>): boolean =>
  typeof value === 'string' && value !== '' && value !== '$' && !local.has(value);

/** Names an expression gives: `$x := …`, `function($x)`, `@$x`, `#$x`. Where they hold is not looked at. */
function boundNames(node: Node): string[] {
  const names: unknown[] = [node['focus'], node['index']];
  if (node.type === 'bind' && isNode(node['lhs'])) names.push(node['lhs'].value);
  if (node.type === 'lambda' && Array.isArray(node['arguments'])) {
    names.push(...node['arguments'].map((argument: Node) => argument.value));
  }
  return names.filter((name) => typeof name === 'string');
}

function stepUses(node: Node): StepUse[] {
  if (node.type === 'path' && Array.isArray(node['steps'])) return usesInPath(node['steps']);
  return node.type === 'function' && Array.isArray(node['arguments']) ? usesInLookup(node) : [];
}

function usesInPath(path: readonly Node[]): StepUse[] {
  const at = path.findIndex(({ type, value }) => type === 'variable' && value === 'steps');
  const step = path[at + 1];
  if (at < 0 || step?.type !== 'name') return [];
  const names: string[] = [];
  for (const { type, value } of path.slice(at + 2)) {
    if (type !== 'name') break;
    names.push(String(value));
  }
  return [{ stepId: String(step.value), names, start: rangeOf(path[at] ?? step, 1).start, end: rangeOf(step, 0).end }];
}

/** `$lookup($steps, "readAccount")`. */
function usesInLookup(node: Node): StepUse[] {
  const [from, key] = node['arguments'] as readonly Node[];
  const isLookup = isNode(node['procedure']) && node['procedure'].value === 'lookup';
  if (!isLookup || from?.type !== 'variable' || from.value !== 'steps' || key?.type !== 'string') return [];
  return [{ stepId: String(key.value), names: [], ...rangeOf(key, 2) }];
}

/** The engine gives where a token ends; `extra` are the characters around its value (`$`, quotes). */
function rangeOf({ position = 0, value }: Node, extra: number): TextRange {
  return { start: Math.max(0, position - String(value).length - extra), end: position };
}
