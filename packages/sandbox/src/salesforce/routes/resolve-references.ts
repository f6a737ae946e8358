import type { Subrequest } from './run-subrequest.ts';

/** A subrequest refers to a result that does not exist, because of an earlier failure or a misspelt path. */
export class UnresolvedReference extends Error {
  override name = 'UnresolvedReference';
}

/** Replaces `@{ref.path}` in URL and body by values of earlier answers, e.g. `@{account.id}` or `@{found.records[0].Id}`. */
export function resolveReferences(request: Subrequest, bodies: ReadonlyMap<string, unknown>): Subrequest {
  return { ...request, url: resolveText(request.url, bodies), body: resolveValue(request.body, bodies) };
}

function resolveValue(value: unknown, bodies: ReadonlyMap<string, unknown>): unknown {
  if (typeof value === 'string') return resolveText(value, bodies);
  if (Array.isArray(value)) return value.map((each) => resolveValue(each, bodies));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, resolveValue(each, bodies)]));
}

function resolveText(text: string, bodies: ReadonlyMap<string, unknown>): string {
  return text.replaceAll(/@\{(\w+)((?:\.\w+|\[\d+\])*)\}/g, (_, name: string, path: string) => {
    const value = follow(bodies.get(name), path.match(/\w+/g) ?? []);
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
      throw new UnresolvedReference(`Invalid reference specified. No value for ${name}${path} found in ${name}`);
    }
    return String(value);
  });
}

function follow(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined),
    value,
  );
}
