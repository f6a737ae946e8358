import { EvaluationFailure } from '../engine/failure.ts';
import type { Run } from '../engine/run.ts';

/** @throws EvaluationFailure `D3140` for lone surrogates and broken escapes, `TEXT_TOO_LONG` */
export function convertUrl(run: Run, name: string, convert: (text: string) => string, text: string): string {
  run.spend(text.length);
  const result = converted(name, convert, text);
  run.checkText(result.length);
  return result;
}

function converted(name: string, convert: (text: string) => string, text: string): string {
  try {
    return convert(text);
  } catch (cause) {
    throw new EvaluationFailure('D3140', `$${name} was given a text that holds a broken character or escape.`, {
      value: text,
      cause,
    });
  }
}
