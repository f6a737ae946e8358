import { isDeepStrictEqual } from 'node:util';
import { compileMapping, MappingError, type CompileOptions } from '../../src/mapping/compile-mapping.ts';
import type { Bomb } from './bombs/bomb.ts';

export interface BombReport {
  readonly name: string;
  /** The error's code and position, or the kind of result. */
  readonly ended: string;
  /** Why it did not end correctly, or undefined. */
  readonly wrong: string | undefined;
}

/** Evaluates a bomb and reports how it ended. */
export function runBomb(bomb: Bomb, options: CompileOptions): BombReport {
  return { name: bomb.name, ...judge(bomb, evaluate(bomb, bomb.input?.(), options)) };
}

type Ended = { readonly value: unknown } | { readonly error: unknown };

function evaluate({ text, isImpureAllowed }: Bomb, input: unknown, options: CompileOptions): Ended {
  try {
    return { value: compileMapping(text, { ...options, isImpureAllowed }).evaluate(input) };
  } catch (error) {
    return { error };
  }
}

function judge(bomb: Bomb, ended: Ended): Pick<BombReport, 'ended' | 'wrong'> {
  if ('error' in ended) return judgeError(bomb, ended.error);
  const isExpected = 'gives' in bomb && isDeepStrictEqual(ended.value, bomb.gives);
  return { ended: 'a result', wrong: isExpected ? undefined : `gives ${excerpt(ended.value)}` };
}

function judgeError({ ends = [] }: Bomb, error: unknown): Pick<BombReport, 'ended' | 'wrong'> {
  if (!(error instanceof MappingError)) return { ended: 'crash', wrong: String(error) };
  const { code, position, message } = error;
  if (!ends.includes(code)) return { ended: code, wrong: `${code}: ${message.slice(0, 200)} ${String(error.cause)}` };
  return { ended: code, wrong: position === undefined ? `${code} has no position` : undefined };
}

function excerpt(value: unknown): string {
  return (JSON.stringify(value) ?? 'nothing').slice(0, 200);
}
