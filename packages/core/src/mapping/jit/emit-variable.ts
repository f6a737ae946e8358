import type { Ir } from '../syntax/ir.ts';
import { kinds, unwrapped, wrapper, type Operand } from './operand.ts';
import type { Variable } from './site.ts';
import type { Site } from './site.ts';
import { Uncovered } from './uncovered.ts';

/** `$name`: a JavaScript constant, or a variable of the frame around the mapping, which is read once. */
export function emitVariable({ name }: Ir & { kind: 'variable' }, site: Site): Operand {
  const { program } = site;
  if (name === '') return site.context === wrapper ? unwrapped(site.input) : withoutPlain(site.context);
  if (name === '$') return site.input;
  const variable = site.scope.find(name);
  if (variable !== undefined) return use(variable, site);
  if (site.scope.isComing(name)) throw new Uncovered('not bound yet');
  const builtin = site.emitter.builtin(name, site);
  if (builtin !== undefined) return { code: program.constant(builtin), kinds: kinds.callable };
  return program.free(name);
}

/** A value that was made for the result can become part of it once. After that it is copied. */
function use(variable: Variable, site: Site): Operand {
  const { operand } = variable;
  if (!site.isResult || operand.isPlain !== true) return site.isResult ? operand : withoutPlain(operand);
  if (variable.isUsedUp || site.program.depth > variable.depth) return withoutPlain(operand);
  variable.isUsedUp = true;
  return operand;
}

function withoutPlain(operand: Operand): Operand {
  const { isPlain: _, ...shared } = operand;
  return shared;
}
