import { nodesOf } from './analysis/parts-of.ts';
import { readIr } from './read-ir.ts';
import { resultShape, type ResultShape } from './result-shape.ts';
import type { Ir, VariableIr } from './syntax/ir.ts';
import type { TextRange } from './syntax/syntax-node.ts';
import { valueMapUseIn } from './value-map-names.ts';

/** `$steps.readAccount.Name` uses the step `readAccount`, then the names `Name`. */
export interface StepUse extends TextRange {
  readonly stepId: string;
  readonly names: readonly string[];
}

export interface NamedUse extends TextRange {
  readonly name: string;
}

/** Describes an expression as far as that is possible without evaluating it. */
export interface ExpressionReading {
  readonly steps: readonly StepUse[];
  /**
   * Steps that it tests with `$exists($steps.x)` or with the condition `$steps.x`, so that it allows for their absence.
   */
  readonly foreseen: readonly string[];
  /** The names after each use of `$trigger`. */
  readonly trigger: readonly (readonly string[])[];
  /** Variables that are used but not bound in the expression itself, without the `$`. Functions are not included. */
  readonly variables: readonly NamedUse[];
  /** Functions that are called but not defined in the expression itself. */
  readonly functions: readonly NamedUse[];
  /** True when it reads no data, so its value is the same for every record. */
  readonly isConstant: boolean;
  /** Value maps that it uses by a literal name. */
  readonly valueMaps: readonly string[];
  /** True when it computes the name of a value map, so it may use any of them. */
  readonly isValueMapComputed: boolean;
  readonly shape: ResultShape;
}

/** A flow is validated on every keystroke, and all but one of its expressions are unchanged. */
const readings = new Map<string, ExpressionReading>();
const maxReadings = 2000;

/**
 * Parses an expression or mapping without evaluating it. Results for recent texts are cached.
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
  const root = readIr(text);
  const nodes = [...nodesOf(root)];
  const local = new Set(nodes.flatMap(boundNames));
  const called = new Set(nodes.flatMap((node) => (isCall(node) ? [node.callee] : [])));
  const valueMaps = valueMapUseIn(nodes);
  const used = nodes.filter((node) => node.kind === 'variable').filter((node) => isOuter(node, local));
  return {
    steps: local.has('steps') ? [] : nodes.flatMap(stepUses),
    foreseen: local.has('steps') ? [] : nodes.flatMap(foreseenSteps),
    trigger: local.has('trigger') ? [] : nodes.flatMap(triggerUses),
    variables: used.filter((node) => !called.has(node)).map(namedUse),
    functions: used.filter((node) => called.has(node)).map(namedUse),
    isConstant: !nodes.some(
      (node) =>
        ['name', 'wildcard', 'descendant', 'parent'].includes(node.kind) ||
        (node.kind === 'variable' && !called.has(node) && !local.has(node.name)),
    ),
    valueMaps: valueMaps.names,
    isValueMapComputed: valueMaps.isComputed,
    shape: resultShape(root),
  };
}

const isCall = (node: Ir): node is Ir & { kind: 'call' | 'partial' } => node.kind === 'call' || node.kind === 'partial';

/** `$` and `$$` are the input. Every other variable that is not bound here comes from outside. */
const isOuter = ({ name }: VariableIr, local: ReadonlySet<string>): boolean =>
  name !== '' && name !== '$' && !local.has(name);

const namedUse = ({ name, start }: VariableIr): NamedUse => ({ name, start, end: start + name.length + 1 });

/** Names that an expression binds: `$x := …`, `function($x)`, `@$x`, `#$x`. Their scope is not taken into account. */
function boundNames(node: Ir): string[] {
  const names = [node.focus, node.index];
  for (const stage of node.stages ?? []) if (stage.kind === 'index') names.push(stage.name);
  if (node.kind === 'bind') names.push(node.target.name);
  if (node.kind === 'lambda') names.push(...node.parameters.map(({ name }) => name));
  return names.filter((name) => name !== undefined);
}

function stepUses(node: Ir): StepUse[] {
  if (node.kind === 'path') return usesInPath(node.steps);
  return isCall(node) ? usesInLookup(node) : [];
}

function usesInPath(path: readonly Ir[]): StepUse[] {
  const at = path.findIndex((step) => step.kind === 'variable' && step.name === 'steps');
  const [root, step] = [path[at], path[at + 1]];
  if (root === undefined || step?.kind !== 'name') return [];
  return [{ stepId: step.name, names: leadingNames(path.slice(at + 2)), start: root.start, end: step.end }];
}

function foreseenSteps(node: Ir): string[] {
  const asked = node.kind === 'conditional' ? node.condition : isExistsCall(node) ? node.args[0] : undefined;
  return asked?.kind === 'path' ? usesInPath(asked.steps).map(({ stepId }) => stepId) : [];
}

const isExistsCall = (node: Ir): node is Ir & { kind: 'call' } =>
  node.kind === 'call' && node.callee.kind === 'variable' && node.callee.name === 'exists';

function triggerUses(node: Ir): (readonly string[])[] {
  if (node.kind !== 'path') return [];
  const at = node.steps.findIndex((step) => step.kind === 'variable' && step.name === 'trigger');
  return at === -1 ? [] : [leadingNames(node.steps.slice(at + 1))];
}

function leadingNames(path: readonly Ir[]): string[] {
  const names: string[] = [];
  for (const step of path) {
    if (step.kind !== 'name') break;
    names.push(step.name);
  }
  return names;
}

/** `$lookup($steps, "readAccount")`. */
function usesInLookup({ callee, args: [from, key] }: Ir & { kind: 'call' | 'partial' }): StepUse[] {
  const isLookup = callee.kind === 'variable' && callee.name === 'lookup';
  if (!isLookup || from?.kind !== 'variable' || from.name !== 'steps') return [];
  if (key?.kind !== 'literal' || typeof key.value !== 'string') return [];
  return [{ stepId: key.value, names: [], start: key.start, end: key.end }];
}
