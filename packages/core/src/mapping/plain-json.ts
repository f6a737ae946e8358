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

/** Keys that reach an object's prototype when somebody merges or assigns the result carelessly. */
const unsafeKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Copies an engine's result into plain JSON: ordinary arrays without the engine's hidden flags, ordinary objects,
 * no undefined members. Top-level undefined stays undefined: "maps to nothing" is not null.
 */
export function toPlainJson(value: unknown, pointer = ''): unknown {
  if (value === undefined || value === null) return value;
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      if (Number.isFinite(value)) return value;
      throw new PlainJsonError(mappingErrorCodes.notJson, pointer, `The number at ${place(pointer)} is not finite.`);
    case 'object':
      if (Array.isArray(value)) return value.map((item, index) => toPlainJson(item, `${pointer}/${index}`) ?? null);
      return plainObject(value, pointer);
    default:
      throw new PlainJsonError(
        mappingErrorCodes.notJson,
        pointer,
        `The value at ${place(pointer)} is a ${typeof value}, which is not data. Call the function or leave it out.`,
      );
  }
}

function plainObject(value: object, pointer: string): Record<string, unknown> {
  if ('_jsonata_lambda' in value || '_jsonata_function' in value) {
    throw new PlainJsonError(
      mappingErrorCodes.notJson,
      pointer,
      `The value at ${place(pointer)} is a function, which is not data. Call the function or leave it out.`,
    );
  }
  const result: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value)) {
    if (unsafeKeys.has(key)) {
      throw new PlainJsonError(
        mappingErrorCodes.unsafeKey,
        pointer,
        `The object at ${place(pointer)} has a field named "${key}", which is not allowed. Choose another name.`,
      );
    }
    const copy = toPlainJson(member, `${pointer}/${escapePointer(key)}`);
    if (copy !== undefined) result[key] = copy;
  }
  return result;
}

function place(pointer: string): string {
  return pointer === '' ? 'the top' : pointer;
}

/** One reference token of a JSON pointer (RFC 6901). */
export function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
