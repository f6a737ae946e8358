import { union, type Origin, type Value, type Via } from './value.ts';

/** Everything that a value is made of; undefined if it is made of nothing. */
export function originOf(value: Value): Origin | undefined {
  const hasInside = value.types.some(({ kind }) => kind === 'object' || kind === 'list');
  if (hasInside) return { kind: 'value', value };
  return placesOf(value);
}

/** A value's own origin, without that of its contents. */
export function placesOf({ at, through }: Value): Origin | undefined {
  let origin = through;
  for (const { path, site } of at) origin = union(origin, { kind: 'read', path, site });
  return origin;
}

export function via(kind: Via, inner: Origin | undefined, name?: string): Origin | undefined {
  return inner === undefined ? undefined : { kind: 'via', via: kind, name, inner };
}
