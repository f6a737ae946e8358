import type { SandboxState } from '../../kit/state.ts';
import type { Collection } from '../../kit/collection.ts';
import type { SObjectType } from '../schema/sobject-type.ts';

export type FieldValue = string | number | boolean | null;

/** A stored record: every field of its type by API name. Datetimes are ISO with Z and whole seconds, as the platform keeps them. */
export type SObject = Readonly<Record<string, FieldValue>>;

export function recordsOf(state: SandboxState, type: SObjectType): Collection<Record<string, FieldValue>> {
  return state.collection<Record<string, FieldValue>>(type.name);
}

/** `2026-11-23T14:45:09.000Z`: the platform keeps audit instants to the second. */
export function instantOf(ms: number): string {
  return new Date(Math.floor(ms / 1000) * 1000).toISOString();
}

/** How the API writes an instant: `2026-11-23T14:45:09.000+0000`. */
export function formatInstant(instant: string): string {
  return instant.replace(/Z$/, '+0000');
}

export function numberOf(value: FieldValue | undefined): number {
  return typeof value === 'number' ? value : 0;
}
