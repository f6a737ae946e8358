import type { Ir } from '../syntax/ir.ts';
import { nodesOf } from '../analysis/parts-of.ts';
import { emitCallable } from './emit-callable.ts';
import { nothing, type Operand } from './operand.ts';
import { Scope } from './site.ts';
import type { Site } from './site.ts';
import { Uncovered } from './uncovered.ts';

/** `(a; b)`: variables that its expressions bind directly become JavaScript constants. */
export function emitBlock({ expressions }: Ir & { kind: 'block' }, site: Site): Operand {
  const bound = expressions.flatMap((expression) => (expression.kind === 'bind' ? [expression.target.name] : []));
  if (new Set(bound).size < bound.length) throw new Uncovered('bound again');
  const scope = new Scope(site.scope, bound);
  const last = expressions.at(-1);
  let value: Operand = nothing;
  const shown = new Set<string>();
  for (const expression of expressions) collectShown(expression, shown);
  for (const expression of expressions) {
    const isResult = expression === last && site.isResult;
    const inner: Site = { ...site, scope, isResult };
    if (expression.kind !== 'bind') value = site.emitter.value(expression, inner);
    else {
      if (expression.target.name === '' || expression.predicates !== undefined) throw new Uncovered('bind');
      if (bindLambda(expression, { ...inner, isResult: false }, scope)) {
        if (expression === last) throw new Uncovered('a function as the result');
        continue;
      }
      const isShown = isResult || shown.has(expression.target.name);
      value = site.emitter.value(expression.value, { ...inner, isResult: isShown });
      scope.bind(expression.target.name, value, site.program.depth);
    }
  }
  return value;
}

/** A function can call itself. */
function bindLambda({ target, value }: Ir & { kind: 'bind' }, site: Site, scope: Scope): boolean {
  if (value.kind !== 'lambda' || value.predicates !== undefined || value.group !== undefined) return false;
  const { name } = target;
  // From here on, an `Uncovered` leaves the whole block to the closures.
  scope.arrive(name);
  const callable = emitCallable(value, site, name);
  const isRecursive = [...nodesOf(value.body)].some((node) => node.kind === 'variable' && node.name === name);
  scope.bind(name, callable, site.program.depth, isRecursive ? undefined : { lambda: value, home: site });
  return true;
}

/**
 * Collects the variables whose values can become part of what an expression builds. Collecting one too many is
 * harmless.
 */
function collectShown(node: Ir, shown: Set<string>): void {
  if (node.predicates !== undefined) return;
  switch (node.kind) {
    case 'variable':
      shown.add(node.name);
      return;
    case 'object':
      for (const { value } of node.entries) collectShown(value, shown);
      return;
    case 'array':
      for (const item of node.items) collectShown(item, shown);
      return;
    case 'block':
      for (const expression of node.expressions) collectShown(expression, shown);
      return;
    case 'conditional':
      collectShown(node.whenTrue, shown);
      if (node.whenFalse !== undefined) collectShown(node.whenFalse, shown);
      return;
    case 'default':
      collectShown(node.left, shown);
      collectShown(node.right, shown);
      return;
    default:
  }
}

/** A `:=` somewhere inside other expressions binds a variable that may or may not exist afterwards. */
export function checkBinds(root: Ir): void {
  const direct = new Set<Ir>();
  for (const node of nodesOf(root)) {
    if (node.kind === 'block') for (const expression of node.expressions) direct.add(expression);
    else if (node.kind === 'bind' && !direct.has(node)) throw new Uncovered('bind');
  }
}
