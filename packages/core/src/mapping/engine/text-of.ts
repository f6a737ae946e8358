import { failureOf } from './failure-of.ts';
import { isNumeric } from './is-numeric.ts';
import type { Run } from './run.ts';
import type { Sequence } from './value.ts';

/**
 * Converts a value to text: texts as they are, numbers with at most 15 digits, functions as the empty text, the rest as
 * JSON.
 * @param indent spaces per level, for JSON
 * @throws EvaluationFailure `D3001`, `D1001` for numbers that are not finite, `TEXT_TOO_LONG`
 */
export function textOf(run: Run, value: unknown, indent = 0): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'boolean':
      return value ? 'true' : 'false';
    case 'number':
      if (!Number.isFinite(value)) throw failureOf('D3001', { value });
      return String(shortened(value));
    case 'object':
      return value === null ? 'null' : jsonOf(run, value, indent);
    default:
      return '';
  }
}

/** Writes 0.1 + 0.2 as 0.3. */
export function shortened(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(15));
}

/** A small structure can contain the same value many times, so the text is counted while it is written. */
function jsonOf(run: Run, value: object, indent: number): string {
  let length = 0;
  const indentation = new Indentation(indent);
  function written(this: unknown, key: string, member: unknown): unknown {
    const size = (typeof member === 'string' ? member.length : 1) + indentation.before(member, this);
    if ((run.ticks -= 1 + ((size + key.length) >> 3)) < 0) run.nextSlice();
    length += size;
    if (length > run.limits.maxTextLength) run.checkText(length);
    if (typeof member === 'number') return isNumeric(member) ? shortened(member) : null;
    return typeof member === 'function' ? '' : member;
  }
  const isWrapper = Array.isArray(value) && (value as Partial<Sequence>).isWrapper === true;
  try {
    const text = JSON.stringify(isWrapper ? (value as unknown[])[0] : value, written, indent);
    run.checkText(text.length);
    return text;
  } catch (error) {
    // A transform can make an object contain itself.
    if (error instanceof TypeError) run.checkText(Infinity);
    throw error;
  }
}

/** The spaces that JSON writes in front of a value, which grow with its depth. */
class Indentation {
  readonly #spaces: number;
  /** Depths of lists and objects; a shared one has the latest, because what it contains is written next. */
  readonly #depths = new Map<unknown, number>();

  constructor(spaces: number) {
    this.#spaces = spaces;
  }

  before(value: unknown, holder: unknown): number {
    if (this.#spaces === 0) return 0;
    const depth = this.#depths.get(holder) ?? 0;
    if (typeof value === 'object' && value !== null) this.#depths.set(value, depth + 1);
    return depth * this.#spaces;
  }
}
