import type { Site } from './site.ts';
import type { SourcePath } from './source-path.ts';
import type { Value } from './value.ts';

/** How a source has a part in a value: `direct` when the value is made of it. */
export type Via = 'direct' | 'function' | 'lookup' | 'condition' | 'filter' | 'sort' | 'group';

/**
 * Where a value comes from, as a graph that is only walked when somebody asks: building it costs one object per step,
 * whatever is below.
 */
export type Origin =
  | { readonly kind: 'read'; readonly path: SourcePath; readonly site: Site }
  | { readonly kind: 'union'; readonly parts: readonly Origin[] }
  | { readonly kind: 'via'; readonly via: Via; readonly name: string | undefined; readonly inner: Origin }
  /** A value with everything inside it. */
  | { readonly kind: 'value'; readonly value: Value }
  /** Something nobody can tell, such as the result of an unknown function. */
  | { readonly kind: 'unknown'; readonly site: Site };

export function union(a: Origin | undefined, b: Origin | undefined): Origin | undefined {
  if (a === undefined || a === b) return b;
  return b === undefined ? a : { kind: 'union', parts: [a, b] };
}

/** Everything a value is made of; undefined for what is made of nothing. */
export function originOf(value: Value): Origin | undefined {
  const hasInside = value.types.some(({ kind }) => kind === 'object' || kind === 'list');
  if (hasInside) return { kind: 'value', value };
  return placesOf(value);
}

/** A value's own origin, without what is inside it. */
export function placesOf({ at, through }: Value): Origin | undefined {
  let origin = through;
  for (const { path, site } of at) origin = union(origin, { kind: 'read', path, site });
  return origin;
}

export function via(kind: Via, inner: Origin | undefined, name?: string): Origin | undefined {
  return inner === undefined ? undefined : { kind: 'via', via: kind, name, inner };
}
