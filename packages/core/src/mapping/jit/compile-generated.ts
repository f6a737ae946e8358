import type { Generated, GeneratedText } from './generate.ts';

type CompileFunction = (code: string, parameters: readonly string[]) => (...constants: unknown[]) => unknown;

/** Node's own function compiler, which works without `eval`. It is absent in browsers, where bundlers see no import. */
const compileFunction = (
  globalThis as { process?: { getBuiltinModule?: (name: string) => { compileFunction?: CompileFunction } | undefined } }
).process?.getBuiltinModule?.('node:vm')?.compileFunction;

export const canGenerate = compileFunction !== undefined;

/** Compiles generated code. Gives undefined outside Node. */
export function compileGenerated({ text, parameters, constants, ...rest }: GeneratedText): Generated | undefined {
  if (compileFunction === undefined) return undefined;
  return { ...rest, evaluate: compileFunction(text, parameters)(...constants) as Generated['evaluate'] };
}
