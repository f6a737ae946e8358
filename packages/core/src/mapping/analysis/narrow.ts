import { touch } from '../work-meter.ts';
import type { Ir } from '../syntax/ir.ts';
import type { Scope } from './scope.ts';
import { asPresent, type Fact, type Value } from './value.ts';

/** In practice, field names do not contain this character. If one does, less is known. */
const separator = '\u0000';

export const joinKey = (key: string, name: string): string => (key === '' ? name : `${key}${separator}${name}`);

/** A value, narrowed by the conditions around it. */
export function applyFacts(value: Value, root: Value, key: string, facts: readonly Fact[]): Value {
  touch(facts.length >> 4);
  let level: Fact['level'] | undefined;
  for (const fact of facts) {
    if (fact.root !== root || (fact.path !== key && !fact.path.startsWith(key === '' ? '' : key + separator))) continue;
    // A value that has a field exists itself, whatever else is known about the field.
    const found = fact.path === key ? fact.level : 2;
    if (level === undefined || found > level) level = found;
  }
  return level === undefined ? value : asPresent(value, level);
}

/** Lists what is known to exist once a condition was true, or false. */
export function factsOf(condition: Ir, value: Value, scope: Scope, isTrue: boolean): readonly Fact[] {
  const facts = value.types.flatMap((type) =>
    type.kind === 'boolean' ? ((isTrue ? type.whenTrue : type.whenFalse) ?? []) : [],
  );
  return isTrue ? [...facts, ...factAbout(condition, scope, 3)] : facts;
}

/**
 * States that an expression's value exists, if the expression is a variable or a path, so that it is clear which value
 * is meant.
 */
export function factAbout(ir: Ir, scope: Scope, level: Fact['level']): readonly Fact[] {
  const path = referenceOf(ir, scope);
  return path === undefined ? [] : [{ ...path, level }];
}

interface Reference {
  readonly root: Value;
  readonly path: string;
}

function referenceOf(ir: Ir, scope: Scope): Reference | undefined {
  if (ir.predicates !== undefined || ir.group !== undefined) return undefined;
  if (ir.kind === 'variable') {
    const root = ir.name === '' ? scope.input : scope.frame.lookup(ir.name);
    return root === undefined ? undefined : { root, path: '' };
  }
  if (ir.kind !== 'path') return undefined;
  let root: Value | undefined = scope.input;
  let path = '';
  for (const [index, step] of ir.steps.entries()) {
    if (step.stages !== undefined || step.focus !== undefined || step.predicates !== undefined) return undefined;
    if (step.kind === 'name') path = joinKey(path, step.name);
    else if (index === 0 && step.kind === 'variable') {
      root = step.name === '' ? scope.input : scope.frame.lookup(step.name);
    } else return undefined;
  }
  return root === undefined ? undefined : { root, path };
}
