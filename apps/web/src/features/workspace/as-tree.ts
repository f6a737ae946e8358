/**
 * A copy in which no object occurs twice. A document that an editor builds may hold one object in two places, for
 * example a path that was proposed for two fields; superjson would describe that with annotations, which the server
 * does not read. Dates and other objects with a class of their own stay as they are.
 */
export function asTree(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asTree);
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, asTree(inner)]));
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
