import { builtins } from '../builtins/registry.ts';
import { impureFunctions } from '../functions/declared-functions.ts';
import { mappingFunctions } from '../functions/registry.ts';
import { parseSignature } from '../syntax/parse-signature.ts';
import type { Inline } from './inline-texts.ts';
import { anyData, anything, canBe, isOnly, kinds, type Operand } from './operand.ts';
import type { Program } from './program.ts';

type Definition = (typeof builtins)[number] | (typeof mappingFunctions)[number];

const definitions: ReadonlyMap<string, Definition> = new Map(
  [...builtins, ...mappingFunctions]
    .filter(({ name }) => !Object.hasOwn(impureFunctions, name))
    .map((definition) => [definition.name, definition]),
);

/**
 * Calls a library function directly, without matching its signature, where every argument is of a kind that its
 * parameter accepts as it is. Undefined for parameters that take lists, objects or functions.
 */
export function directCall(name: string, args: readonly Operand[], program: Program): Inline | undefined {
  const definition = definitions.get(name);
  if (definition === undefined) return undefined;
  const { parameters } = parseSignature(definition.signature).signature;
  if (args.length > parameters.length) return undefined;
  const tests: string[] = [];
  for (const [index, { type, pattern, takesContext }] of parameters.entries()) {
    const argument = args[index];
    if (argument === undefined) {
      if (takesContext || !pattern.endsWith('?')) return undefined;
    } else {
      const test = testOf(type, argument);
      if (test === undefined) return undefined;
      if (test !== '') tests.push(test);
    }
  }
  const call = `${program.constant(definition)}.implementation(run, ${args.map(({ code }) => code).join(', ')})`;
  const result = /:([snb])>$/.exec(definition.signature)?.[1];
  return {
    test: tests.length === 0 ? 'true' : tests.join(' && '),
    code: result === undefined ? `settle(${call})` : call,
    kinds: result === undefined ? anything : (letterKinds[result] ?? anything) | kinds.missing,
  };
}

const letterKinds: Readonly<Record<string, number>> = {
  s: kinds.text,
  n: kinds.number,
  b: kinds.boolean,
  l: kinds.null,
};
const typeNames: Readonly<Record<string, string>> = { s: 'string', n: 'number', b: 'boolean' };

/** The empty text if no test is needed; undefined if no test is enough. */
function testOf(type: string, argument: Operand): string | undefined {
  if (argument.isGathered === true) return undefined;
  if (type === 'x' || type === 'j') return canBe(argument, ~anyData) ? undefined : '';
  const letters = type.replaceAll(/[()]/g, '').split('');
  if (letters.some((letter) => letterKinds[letter] === undefined)) return undefined;
  let allowed: number = kinds.missing;
  for (const letter of letters) allowed |= letterKinds[letter] ?? 0;
  if (isOnly(argument, allowed)) return '';
  if (!canBe(argument, allowed)) return undefined;
  const { code } = argument;
  const tests = letters.map((letter) =>
    letter === 'l' ? `${code} === null` : `typeof ${code} === "${typeNames[letter]}"`,
  );
  if (canBe(argument, kinds.missing)) tests.push(`${code} === undefined`);
  return tests.length === 1 ? tests[0] : `(${tests.join(' || ')})`;
}
