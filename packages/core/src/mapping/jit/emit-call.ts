import type { Callable } from '../engine/callable.ts';
import { contextless } from '../engine/contextless.ts';
import { regexCallable } from '../engine/regex-callable.ts';
import { compileSafeRegex } from '../engine/safe-regex.ts';
import type { CallIr, Ir } from '../syntax/ir.ts';
import { emitCallable } from './emit-callable.ts';
import { directCall } from './direct-call.ts';
import { emitListCall } from './emit-list-call.ts';
import { emitUserCall } from './emit-user-call.ts';
import { inlineNumbers } from './inline-numbers.ts';
import { inlineTexts, type Inline } from './inline-texts.ts';
import { anything, canBe, isOnly, kinds, type Operand } from './operand.ts';
import { refuseUnsettled } from './refuse-unsettled.ts';
import type { Site } from './site.ts';
import { isNeverEmpty, quickRegex } from './quick-regex.ts';
import { toArgument } from './to-value.ts';
import { Uncovered } from './uncovered.ts';

/** The name of the builtin to which a node refers, unless the name is bound to something else. */
export function builtinName(callee: Ir, site: Site): string | undefined {
  if (callee.kind !== 'variable' || callee.predicates !== undefined || callee.group !== undefined) return undefined;
  const { name } = callee;
  if (site.scope.find(name) !== undefined || site.scope.isComing(name)) return undefined;
  return site.emitter.builtin(name, site) === undefined ? undefined : name;
}

export function emitCall(node: CallIr, site: Site): Operand {
  const name = builtinName(node.callee, site);
  if (name === undefined) return emitUserCall(node, site);
  const listCall = emitListCall(name, node, site);
  if (listCall !== undefined) return listCall;
  const callee = site.emitter.builtin(name, site);
  if (callee === undefined || node.keepArray === true) throw new Uncovered('call');
  const isSearching = searching.has(name) && !node.args.some(({ kind }) => kind === 'lambda');
  const args = node.args.map((argument) => emitArgument(argument, isSearching, site));
  if (name === 'distinct' && args.some(({ isMarked }) => isMarked === true)) throw new Uncovered('marks of a list');
  return emitBuiltinCall(callee, name, args, site);
}

/** Functions that are done with a regular expression when they return, so the same one can be reused. */
const searching: ReadonlySet<string> = new Set(['contains', 'match', 'replace', 'split']);

function emitArgument(argument: Ir, isSearching: boolean, site: Site): Operand {
  const isBare = argument.predicates === undefined && argument.group === undefined;
  if (argument.kind === 'lambda' && isBare) return emitCallable(argument, site);
  if (argument.kind !== 'regex' || !isSearching || !isBare) {
    return site.emitter.value(argument, { ...site, isResult: false });
  }
  return emitRegex(argument, site);
}

function emitRegex({ pattern, flags }: Ir & { kind: 'regex' }, { program }: Site): Operand {
  try {
    const regex: Operand = {
      code: program.constant(regexCallable(compileSafeRegex(pattern, flags))),
      kinds: kinds.callable,
    };
    const quick = quickRegex(pattern, flags);
    return quick === undefined
      ? regex
      : { ...regex, regex: { code: program.constant(quick), isNeverEmpty: isNeverEmpty(pattern) } };
  } catch (error) {
    throw new Uncovered('regex', { cause: error });
  }
}

function emitBuiltinCall(callee: Callable, name: string, args: readonly Operand[], site: Site): Operand {
  const { program, context } = site;
  program.noteWork();
  const codes = args.map((argument) => argumentCode(argument, site));
  const self = callee.check?.usesContext === true ? toArgument(context) : 'undefined';
  const make = (): Operand => {
    const isTooMany = args.length > (callee.check?.signature.parameters.length ?? 0);
    const given = args.length === 0 && callee.check?.usesContext === true ? [context] : args;
    const inline = isTooMany ? undefined : (inlineOf(name, given) ?? directCall(name, args, program));
    const whole = `call(run, ${program.constant(callee)}, [${codes.join(', ')}], ${self})`;
    const [first, ...others] = args;
    const slow =
      inline !== undefined && first !== undefined && canBe(first, kinds.missing) && others.every(isConstant)
        ? `${first.code} === undefined ? undefined : ${whole}`
        : whole;
    const result = resultOf(callee);
    if (inline?.test === 'true') return { code: program.define('f', inline.code), kinds: inline.kinds | result.kinds };
    if (inline === undefined) return { code: program.define('f', whole), ...result };
    if (inline.mayFail !== true) {
      return {
        code: program.define('f', `${inline.test} ? ${inline.code} : ${slow}`),
        kinds: inline.kinds | result.kinds,
      };
    }
    const quick = program.define('q', `${inline.test} ? ${inline.code} : undefined`);
    return {
      code: program.define('f', `${quick} !== undefined ? ${quick} : ${slow}`),
      kinds: inline.kinds | result.kinds,
    };
  };
  if (args.some((argument) => canBe(argument, kinds.callable))) return refuseUnsettled(make(), program);
  return unrepeatable.has(name) ? make() : program.once(['call', name, self, ...codes], make);
}

function argumentCode(argument: Operand, { program }: Site): string {
  const code = toArgument(argument);
  if (!canBe(argument, kinds.callable) || argument.isGathered === true) return code;
  const constant = /^k\d+$/.test(code) ? program.constants[Number(code.slice(1))] : undefined;
  if (constant !== undefined) return program.constant(contextless(constant));
  return isOnly(argument, kinds.callable) ? code : `contextless(${code})`;
}

/** It has the right kind wherever there is an inline form. */
function isConstant({ literal, regex }: Operand): boolean {
  return literal !== undefined || regex !== undefined;
}

function inlineOf(name: string, args: readonly Operand[]): Inline | undefined {
  const inline = Object.hasOwn(inlineTexts, name) ? inlineTexts[name] : undefined;
  const numbers = Object.hasOwn(inlineNumbers, name) ? inlineNumbers[name] : undefined;
  return (inline ?? numbers)?.(args);
}

const unrepeatable: ReadonlySet<string> = new Set(['random', 'shuffle']);

/** Derives from a builtin's signature what its result can be. Every builtin can give nothing. */
function resultOf({ check }: Callable): Pick<Operand, 'kinds'> {
  const letter = /:([snb])>$/.exec(check?.signature.definition ?? '')?.[1];
  if (letter === 's') return { kinds: kinds.text | kinds.missing };
  if (letter === 'n') return { kinds: kinds.number | kinds.missing };
  return { kinds: letter === 'b' ? kinds.boolean | kinds.missing : anything };
}
