import type { Limits } from './engine/limits.ts';
import type { ConstructedArray, Sequence } from './engine/value.ts';
import { mappingErrorCodes } from './mapping-error.ts';

/** A result that must not leave the engine; `pointer` is the JSON pointer of the value. */
export class PlainJsonError extends Error {
  override readonly name = 'PlainJsonError';
  readonly code: string;
  readonly pointer: string;

  constructor(code: string, pointer: string, message: string) {
    super(message);
    this.code = code;
    this.pointer = pointer;
  }
}

/**
 * Converts the engine's result to plain JSON: ordinary arrays without the engine's marks, ordinary objects, no
 * undefined members. Top-level undefined stays undefined: "maps to nothing" is not null. Plain parts are not copied, so
 * the result can share lists and objects with the mapping's input, and contain one of them several times.
 * @param limits of values, and of characters in texts and keys, each counted as often as it occurs
 * @throws PlainJsonError `RESULT_NOT_JSON`, `UNSAFE_KEY`, `RESULT_TOO_LARGE`
 */
export function toPlainJson(value: unknown, limits: ResultLimits = {}): unknown {
  const { maxResultSize: maxSize = Infinity, maxResultLength: maxLength = Infinity } = limits;
  try {
    return plain(value, { size: 0, maxSize, length: 0, maxLength });
  } catch (problem) {
    throw problem instanceof Problem ? problem.toError() : problem;
  }
}

type ResultLimits = Partial<Pick<Limits, 'maxResultSize' | 'maxResultLength'>>;

interface Tally {
  size: number;
  readonly maxSize: number;
  length: number;
  readonly maxLength: number;
}

/** Longest part of a key that a pointer contains. */
const longestPart = 100;

/** Says what is wrong with a result. The pointer is added as the failure passes through. */
class Problem extends Error {
  readonly #code: string;
  readonly #sentence: (place: string) => string;
  readonly #path: string[] = [];

  constructor(code: string, sentence: (place: string) => string) {
    super(code);
    this.#code = code;
    this.#sentence = sentence;
  }

  in(key: string | number): this {
    const part = String(key);
    this.#path.push(`/${escapePointer(part.length > longestPart ? `${part.slice(0, longestPart)}…` : part)}`);
    return this;
  }

  toError(): PlainJsonError {
    const pointer = this.#path.toReversed().join('');
    return new PlainJsonError(this.#code, pointer, this.#sentence(pointer === '' ? 'the top' : pointer));
  }
}

function plain(value: unknown, tally: Tally): unknown {
  if (++tally.size > tally.maxSize) {
    throw new Problem(mappingErrorCodes.resultTooLarge, () => `The result holds more than ${tally.maxSize} values.`);
  }
  switch (typeof value) {
    case 'string':
      countCharacters(value, tally);
      return value;
    case 'boolean':
    case 'undefined':
      return value;
    case 'number':
      if (Number.isFinite(value)) return value;
      throw new Problem(mappingErrorCodes.notJson, (place) => `The number at ${place} is not finite.`);
    case 'object':
      if (value === null) return null;
      return Array.isArray(value)
        ? plainList(value, tally)
        : plainRecord(value as Readonly<Record<string, unknown>>, tally);
    default:
      throw new Problem(
        mappingErrorCodes.notJson,
        (place) => `The value at ${place} is a ${typeof value}, which is not data. Call the function or leave it out.`,
      );
  }
}

function countCharacters(text: string, tally: Tally): void {
  tally.length += text.length;
  if (tally.length <= tally.maxLength) return;
  throw new Problem(
    mappingErrorCodes.resultTooLarge,
    (place) =>
      `With the text at ${place}, the result holds more than ${tally.maxLength} characters. Give fewer or shorter texts.`,
  );
}

function plainList(list: readonly unknown[], tally: Tally): readonly unknown[] {
  let copy: unknown[] | undefined = isMarked(list) ? [] : undefined;
  let index = 0;
  try {
    for (; index < list.length; index += 1) {
      const item = plain(list[index], tally) ?? null;
      if (copy === undefined && item !== list[index]) copy = list.slice(0, index);
      copy?.push(item);
    }
  } catch (problem) {
    throw problem instanceof Problem ? problem.in(index) : problem;
  }
  return copy ?? list;
}

function plainRecord(record: Readonly<Record<string, unknown>>, tally: Tally): Readonly<Record<string, unknown>> {
  const keys = Object.keys(record);
  let copy: Record<string, unknown> | undefined = isOrdinary(record) ? undefined : {};
  let index = 0;
  try {
    for (; index < keys.length; index += 1) {
      const key = keys[index] ?? '';
      countCharacters(key, tally);
      const member = plain(record[key], tally);
      if (copy === undefined && (member !== record[key] || member === undefined)) {
        copy = Object.fromEntries(keys.slice(0, index).map((each) => [each, record[each]]));
      }
      if (isUnsafe(key)) throw unsafeKey(key);
      if (copy !== undefined && member !== undefined) copy[key] = member;
    }
  } catch (problem) {
    throw problem instanceof Problem ? problem.in(keys[index] ?? '') : problem;
  }
  return copy ?? record;
}

function isUnsafe(key: string): boolean {
  return key === '__proto__' || key === 'constructor' || key === 'prototype';
}

function unsafeKey(key: string): Problem {
  return new Problem(
    mappingErrorCodes.unsafeKey,
    (place) => `The field ${place} is named "${key}", which is not allowed. Choose another name.`,
  );
}

function isMarked(list: readonly unknown[]): boolean {
  const { isSequence, isConstructed } = list as Partial<Sequence & ConstructedArray>;
  return isSequence !== undefined || isConstructed !== undefined;
}

function isOrdinary(record: object): boolean {
  return Object.getPrototypeOf(record) === Object.prototype;
}

/** One reference token of a JSON pointer (RFC 6901). */
export function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
