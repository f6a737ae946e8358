/** A control request that cannot be understood. The message says what is wrong, where, and what to do. */
export class ControlInputError extends Error {
  override name = 'ControlInputError';
}

export type JsonObject = Readonly<Record<string, unknown>>;

export function asObject(value: unknown, where: string): JsonObject {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonObject;
  throw new ControlInputError(`${where} must be a JSON object.`);
}

export function requireText(object: JsonObject, key: string): string {
  const value = object[key];
  if (typeof value === 'string' && value !== '') return value;
  throw new ControlInputError(`"${key}" must be a text that is not empty.`);
}

export function optionalNumber(object: JsonObject, key: string): number | undefined {
  const value = object[key];
  if (value === undefined || (typeof value === 'number' && Number.isFinite(value))) return value;
  throw new ControlInputError(`"${key}" must be a number.`);
}

/** Refuses misspelt keys: a fault that is silently never played would let a test pass without testing anything. */
export function refuseUnknownKeys(object: JsonObject, known: readonly string[], where: string): void {
  const unknown = Object.keys(object).filter((key) => !known.includes(key));
  if (unknown.length === 0) return;
  throw new ControlInputError(
    `${where} does not know ${unknown.map((key) => `"${key}"`).join(', ')}; it knows ${known.join(', ')}.`,
  );
}
