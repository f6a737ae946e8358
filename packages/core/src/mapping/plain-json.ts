import type { ConstructedArray, Sequence } from './engine/value.ts';
import { mappingErrorCodes } from './mapping-error.ts';

/** A result that may not leave the engine; `pointer` is the JSON pointer of the value. */
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
 * An engine's result as plain JSON: ordinary arrays without the engine's marks, ordinary objects, no undefined members.
 * Top-level undefined stays undefined: "maps to nothing" is not null. What is plain already is not copied, so that the
 * result can share lists and objects with the mapping's input, and hold one of them several times.
 * @param maxSize values in the result, each counted as often as it is held
 * @throws PlainJsonError `RESULT_NOT_JSON`, `UNSAFE_KEY`, `RESULT_TOO_LARGE`
 */
export function toPlainJson(value: unknown, maxSize = Infinity): unknown {
  return new PlainJson(maxSize).of(value);
}

class PlainJson {
  readonly #maxSize: number;
  #size = 0;
  /** Where the value at hand is. */
  readonly #path: (string | number)[] = [];

  constructor(maxSize: number) {
    this.#maxSize = maxSize;
  }

  of(value: unknown): unknown {
    if (++this.#size > this.#maxSize) {
      throw this.#error(mappingErrorCodes.resultTooLarge, `The result holds more than ${this.#maxSize} values.`);
    }
    switch (typeof value) {
      case 'string':
      case 'boolean':
      case 'undefined':
        return value;
      case 'number':
        if (Number.isFinite(value)) return value;
        throw this.#error(mappingErrorCodes.notJson, `The number at ${this.#place()} is not finite.`);
      case 'object':
        if (value === null) return null;
        return Array.isArray(value) ? this.#list(value) : this.#record(value as Readonly<Record<string, unknown>>);
      default:
        throw this.#error(
          mappingErrorCodes.notJson,
          `The value at ${this.#place()} is a ${typeof value}, which is not data. Call the function or leave it out.`,
        );
    }
  }

  #list(list: readonly unknown[]): readonly unknown[] {
    let copy: unknown[] | undefined = isMarked(list) ? [] : undefined;
    for (let index = 0; index < list.length; index += 1) {
      this.#path.push(index);
      const item = this.of(list[index]) ?? null;
      this.#path.pop();
      if (copy === undefined && item !== list[index]) copy = list.slice(0, index);
      copy?.push(item);
    }
    return copy ?? list;
  }

  #record(record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
    const keys = Object.keys(record);
    let copy: Record<string, unknown> | undefined = isOrdinary(record) ? undefined : {};
    for (const [index, key] of keys.entries()) {
      if (key === '__proto__' || key === 'constructor' || key === 'prototype') {
        throw this.#error(
          mappingErrorCodes.unsafeKey,
          `The object at ${this.#place()} has a field named "${key}", which is not allowed. Choose another name.`,
        );
      }
      this.#path.push(key);
      const member = this.of(record[key]);
      this.#path.pop();
      if (copy === undefined && (member !== record[key] || member === undefined)) {
        copy = Object.fromEntries(keys.slice(0, index).map((each) => [each, record[each]]));
      }
      if (copy !== undefined && member !== undefined) copy[key] = member;
    }
    return copy ?? record;
  }

  #place(): string {
    return this.#path.length === 0 ? 'the top' : this.#pointer();
  }

  #pointer(): string {
    return this.#path.map((key) => `/${escapePointer(String(key))}`).join('');
  }

  #error(code: string, message: string): PlainJsonError {
    return new PlainJsonError(code, this.#pointer(), message);
  }
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
