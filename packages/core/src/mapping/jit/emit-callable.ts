import { checkLastCalls } from './emit-lambda.ts';
import type { Lambda } from './site.ts';
import { anything, kinds, type Operand } from './operand.ts';
import { Scope } from './site.ts';
import type { Site } from './site.ts';
import { toArgument } from './to-value.ts';
import { Uncovered } from './uncovered.ts';

/**
 * A function defined in the text, as a value: a JavaScript function among the others, which sees their constants.
 * @param name of the variable to which it is being bound, for recursive functions
 */
export function emitCallable(lambda: Lambda, site: Site, name?: string): Operand {
  if (lambda.signature !== undefined) throw new Uncovered('signature');
  // Also because functions that call each other in tail position must not use up the stack.
  checkLastCalls(lambda.body, site);
  const parameters = lambda.parameters.map((parameter) => parameter.name);
  if (new Set(parameters).size < parameters.length) throw new Uncovered('parameters');
  const { program } = site;
  const made = program.fresh('f');
  // Created on demand, because most functions are inlined wherever they are called.
  const operand: Operand = { code: `${made}()`, kinds: kinds.callable };
  const scope = new Scope(site.scope);
  if (name !== undefined) scope.bind(name, operand, program.depth);
  const codes = parameters.map((parameter) => {
    const code = program.fresh('a');
    scope.bind(parameter, { code, kinds: anything }, program.depth);
    return code;
  });
  const traits = program.constant({ arity: parameters.length, label: undefined, check: undefined, kind: 'lambda' });
  program.noteWork();
  program.line(`let ${made}_;`);
  const head = `const ${made} = () => ${made}_ ??= callableOf((run, [${codes.join(', ')}]) =>`;
  program.callable(head, `, ${traits});`, () => {
    const value = site.emitter.value(lambda.body, { ...site, scope, isResult: false });
    program.line(`return ${toArgument(value)};`);
  });
  return operand;
}
