import { pathName } from '../path-name.ts';

/** What happened to a target field of a record between two versions of a mapping, the gravest first. */
export const fieldEffects = ['failed', 'emptied', 'changed', 'filled', 'recovered', 'not-compared'] as const;
export type FieldEffect = (typeof fieldEffects)[number];

/** One place at which two outputs differ. */
export interface FieldChange {
  /** The target field, written once for all items of a list: `lines[].amount`. Empty for the whole result. */
  readonly field: string;
  readonly effect: Extract<FieldEffect, 'emptied' | 'changed' | 'filled'>;
  /** Undefined where there was nothing. */
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * Yields every place where the output of the new version differs from that of the old one, in the order of the old one;
 * new fields come last. The order of keys does not count. Where a whole list or object comes or goes, that is one change.
 */
export function* fieldChanges(before: unknown, after: unknown, field = ''): Generator<FieldChange> {
  if (isSameValue(before, after)) return;
  if (Array.isArray(before) && Array.isArray(after)) {
    if (isEmpty(before) !== isEmpty(after)) yield changeAt(field, before, after);
    else {
      const length = Math.max(before.length, after.length);
      for (let index = 0; index < length; index += 1) yield* fieldChanges(before[index], after[index], `${field}[]`);
    }
  } else if (isRecord(before) && isRecord(after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      yield* fieldChanges(before[key], after[key], inside(field, key));
    }
  } else yield changeAt(field, before, after);
}

/** Zero and minus zero are written alike, so they are the same output. */
const isSameValue = (before: unknown, after: unknown): boolean => before === after || Object.is(before, after);

function changeAt(field: string, before: unknown, after: unknown): FieldChange {
  const effect = isEmpty(before) === isEmpty(after) ? 'changed' : isEmpty(after) ? 'emptied' : 'filled';
  return { field, effect, before, after };
}

/** Nothing to see for a person: absent, null, an empty text, or an empty list. */
function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

const inside = (field: string, key: string): string => (field === '' ? pathName(key) : `${field}.${pathName(key)}`);

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
