import { nodesOf } from '../analysis/parts-of.ts';
import type { CallIr, Ir } from '../syntax/ir.ts';
import type { Signature } from '../syntax/parse-signature.ts';
import { nothing, type Operand } from './operand.ts';
import { Scope, type KnownLambda, type Site } from './site.ts';
import { Uncovered } from './uncovered.ts';

/** Functions are inlined where they are called, unless they are nested too deeply. */
const maxInlined = 6;

/** The function that a node is, or to which its name refers. */
export function knownLambda(node: Ir | undefined, site: Site): KnownLambda | undefined {
  if (node?.predicates !== undefined || node?.group !== undefined) return undefined;
  const known = node?.kind === 'variable' ? site.scope.find(node.name)?.lambda : undefined;
  const lambda = node?.kind === 'lambda' ? node : known?.lambda;
  if (lambda === undefined || lambda.signature !== undefined) return undefined;
  const names = lambda.parameters.map(({ name }) => name);
  const isUsual = new Set(names).size === names.length && !names.includes('') && !names.includes('$');
  return isUsual ? { lambda, home: known?.home ?? site } : undefined;
}

/**
 * The body's value for these arguments, as a higher-order function gets it. Absent arguments are missing values.
 * @throws Uncovered also for bodies that end in a call whose result is not settled there
 */
export function emitCallback(known: KnownLambda, args: readonly Operand[], site: Site): Operand {
  checkLastCalls(known.lambda.body, site);
  return emitBody(known, args, site);
}

/** Refuses bodies with a tail call, because in the reference nothing settles the result of such a call. */
export function checkLastCalls(body: Ir, site: Site): void {
  for (const node of nodesOf(body)) {
    site.program.spend(1);
    if (node.kind !== 'call' || node.isTail !== true) continue;
    const { callee } = node;
    const builtin = callee.kind === 'variable' ? site.emitter.builtin(callee.name, site) : undefined;
    const result = /:([snbo])/.exec(builtin?.check?.signature.definition ?? '');
    if (result === null || takesContext(node, builtin?.check?.signature)) throw new Uncovered('last call');
  }
}

/** The context of a body's tail call is that of the body's caller. */
function takesContext({ args }: CallIr, signature: Signature | undefined): boolean {
  const [first, ...others] = signature?.parameters ?? [];
  if (first?.takesContext !== true) return false;
  const required = others.filter(({ pattern }) => !pattern.endsWith('?')).length;
  return args.length <= required || args[0]?.kind === 'lambda';
}

/** The body's value for these arguments at the call, which settles it. */
export function emitBody({ lambda, home }: KnownLambda, args: readonly Operand[], site: Site): Operand {
  const inlined = site.inlined + 1;
  if (inlined > maxInlined) throw new Uncovered('functions within functions');
  const scope = new Scope(home.scope);
  for (const [index, { name }] of lambda.parameters.entries()) {
    scope.bind(name, args[index] ?? nothing, site.program.depth);
  }
  return site.emitter.value(lambda.body, { ...site, scope, context: home.context, inlined });
}
