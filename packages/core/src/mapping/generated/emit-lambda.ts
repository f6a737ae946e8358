import type { Ir } from '../syntax/ir.ts';
import type { Operand } from './operand.ts';
import { Scope } from './scope.ts';
import type { Site } from './site.ts';
import { Uncovered } from './uncovered.ts';

/** A function that is written where it is called: its body becomes part of the loop. */
export type InlineLambda = Ir & { kind: 'lambda' };

export function inlineLambda(node: Ir | undefined): InlineLambda | undefined {
  if (node?.kind !== 'lambda' || node.signature !== undefined || node.predicates !== undefined) return undefined;
  const names = node.parameters.map(({ name }) => name);
  return new Set(names).size === names.length && !names.includes('') && !names.includes('$') ? node : undefined;
}

/** The body's value for these arguments. @throws Uncovered if it wants more of them */
export function emitBody(lambda: InlineLambda, args: readonly Operand[], site: Site): Operand {
  const scope = new Scope(site.scope);
  for (const [index, { name }] of lambda.parameters.entries()) {
    const argument = args[index];
    if (argument === undefined) throw new Uncovered('parameters');
    scope.bind(name, argument, site.program.depth);
  }
  return site.emitter.value(lambda.body, { ...site, scope });
}
