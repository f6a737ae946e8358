import { KantataError, invalid, systemError } from '../kantata-error.ts';
import type { KantataProblem } from '../kantata-error.ts';
import type { KantataStore } from './kantata-store.ts';
import { isTrue, list } from './filters.ts';
import type { Filter } from './filters.ts';
import type { HasMany } from './resource.ts';
import type { Attributes, KantataRecord } from './record.ts';

const REFERENCE_FIELDS = [
  'service_name',
  'service_model',
  'service_model_ref',
  'status',
  'external_link',
  'external_message',
  'external_status',
  'locked',
] as const;
const REQUIRED = ['service_name', 'service_model', 'service_model_ref'] as const;
export const REFERENCE_STATUSES = ['successful', 'pending', 'failed'];

/** The references of a record of this subject type. */
export function referencesOf(store: KantataStore, subjectType: string, id: string): KantataRecord[] {
  return store.where('external_references', 'subject_id', id).filter((each) => each['subject_type'] === subjectType);
}

export function externalReferences(subjectType: string): HasMany {
  return {
    idsKey: 'external_reference_ids',
    resource: 'external_references',
    ids: (record, store) => referencesOf(store, subjectType, record.id).map((each) => each.id),
  };
}

/**
 * The `external_reference` block of a create or update, which adds a reference or changes the existing one of that
 * service.
 */
export function saveReferenceBlock(store: KantataStore, subjectType: string, subjectId: string, block: unknown): void {
  if (block === undefined || block === null) return;
  if (typeof block !== 'object' || Array.isArray(block)) {
    throw new KantataError(422, invalid('external_reference', 'External reference must be an object'));
  }
  const input = block as Attributes;
  const problems = REQUIRED.filter((name) => isBlank(input[name])).map((name) =>
    invalid(`external_reference.${name}`, `${humanize(name)} can't be blank`),
  );
  problems.push(...statusProblems(input['status']));
  if (problems.length > 0) throw new KantataError(422, ...problems);
  saveReference(store, subjectType, subjectId, input);
}

/** A record has one reference per service: the one that is there takes the new values. */
export function saveReference(
  store: KantataStore,
  subjectType: string,
  subjectId: string,
  input: Attributes,
): KantataRecord {
  const known = referencesOf(store, subjectType, subjectId).find(
    (each) => each['service_name'] === input['service_name'],
  );
  const attributes = Object.fromEntries(REFERENCE_FIELDS.map((name) => [name, textOrNull(input[name])]));
  const values = {
    ...attributes,
    status: input['status'] ?? 'pending',
    locked: input['locked'] === true,
    subject_type: subjectType,
    subject_id: subjectId,
    last_synced_at: store.now(),
  };
  if (known === undefined) return store.insert('external_references', values);
  return store.update('external_references', known.id, values);
}

export function statusProblems(status: unknown): KantataProblem[] {
  if (status === undefined || status === null || REFERENCE_STATUSES.includes(status as string)) return [];
  return [invalid('status', `Status must be one of ${REFERENCE_STATUSES.join(', ')}`)];
}

/** The `external_reference_…` filters of every endpoint whose records can have references. */
export function referenceFilters(subjectType: string): Readonly<Record<string, Filter>> {
  const some =
    (test: (reference: KantataRecord, value: string) => boolean): Filter =>
    (record, value, store) =>
      referencesOf(store, subjectType, record.id).some((each) => test(each, value));
  return {
    external_reference_service_name: some((each, value) => each['service_name'] === value),
    external_reference_service_model: some((each, value) => each['service_model'] === value),
    external_reference_service_model_ref: some((each, value) => each['service_model_ref'] === requireInteger(value)),
    external_reference_service_model_refs: some((each, value) =>
      list(value).includes(String(each['service_model_ref'])),
    ),
    external_reference_status: some((each, value) => each['status'] === value),
    external_reference_external_status: some((each, value) => each['external_status'] === value),
    external_reference_external_message: some((each, value) => each['external_message'] === value),
    has_external_references: (record, value, store) =>
      referencesOf(store, subjectType, record.id).length > 0 === isTrue(value),
    without_external_reference_service_name: (record, value, store) =>
      !referencesOf(store, subjectType, record.id).some((each) => each['service_name'] === value),
  };
}

/** The contract declares the singular filter an integer; ids of other systems go through the plural one. */
function requireInteger(value: string): string {
  if (/^\d+$/.test(value)) return value;
  throw systemError(
    400,
    'external_reference_service_model_ref must be an integer. Use external_reference_service_model_refs for other ids.',
  );
}

export function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

export function humanize(name: string): string {
  const words = name.replaceAll('_', ' ').replace(/ id$/, '');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function textOrNull(value: unknown): unknown {
  return typeof value === 'number' ? String(value) : (value ?? null);
}
