import type { JsonSchema } from '@throughline/core/connector/json-schema';
import { field, readOnly } from '../kit/field.ts';

/** Kantata ids are numbers written as texts. */
export const recordId = (title: string, description: string, more: Partial<JsonSchema> = {}): JsonSchema =>
  field.text(title, description, { pattern: '^[0-9]+$', ...more });

export const recordIds = (title: string, description: string, more: Partial<JsonSchema> = {}): JsonSchema =>
  field.list(title, description, { type: 'string', pattern: '^[0-9]+$' }, more);

/** Minor units: an integer of cents (or the currency’s smallest unit). */
export const cents = (title: string, description: string, more: Partial<JsonSchema> = {}): JsonSchema =>
  field.integer(title, `${description} In minor units (cents).`, { 'x-unit': 'minor', ...more });

export const minutes = (title: string, description: string, more: Partial<JsonSchema> = {}): JsonSchema =>
  field.integer(title, `${description} In minutes.`, { 'x-unit': 'minute', ...more });

export const idField = { id: recordId('Id', 'Kantata’s own id of the record.', readOnly) } as const;

/** When a record was created and last changed. Not every resource has these fields. */
export const stamps = {
  created_at: field.instant('Created', 'When the record was created.', readOnly),
  updated_at: field.instant('Updated', 'When the record last changed; the mark that change capture follows.', readOnly),
} as const satisfies Readonly<Record<string, JsonSchema>>;

export const references = {
  external_reference_ids: recordIds(
    'External references',
    'References that other systems keep on this record.',
    readOnly,
  ),
} as const;

export const read = { pageSize: 200 } as const;

export const changes = { overlapMs: 120_000 } as const;

/**
 * There is no upsert and no idempotency key, so a record is found by its external reference and then created or
 * updated.
 */
export const write = {
  operations: ['create', 'update', 'upsert', 'delete'],
  recognisesRepeats: false,
} as const;
