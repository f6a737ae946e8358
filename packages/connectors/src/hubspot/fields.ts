import type { JsonSchema } from '@throughline/core/connector/json-schema';
import { field, readOnly } from '../kit/field.ts';

/** The custom property that holds our key. It has to be unique, and each connection can name another one. */
export const KEY_PROPERTY = 'throughline_key';

/** Ids are numbers written as texts. */
export const recordId = (title: string, description: string, more: Partial<JsonSchema> = {}): JsonSchema =>
  field.text(title, description, { pattern: '^[0-9]+$', ...more });

/** HubSpot writes every number as a text, so no digit of an amount gets lost. */
export const decimal = (title: string, description: string, more: Partial<JsonSchema> = {}): JsonSchema =>
  field.text(title, description, { pattern: '^-?[0-9]+([.][0-9]+)?$', ...more });

export const owner = recordId('Owner', 'Id of the owner who looks after the record.');

export const idField = { id: recordId('Record id', 'HubSpot’s own id of the record.', readOnly) } as const;

export const dealOfList = {
  dealId: recordId(
    'Deal',
    'Deal in whose list the record was read. HubSpot keeps it as an association, so it is only there in such a list.',
    readOnly,
  ),
} as const;

/** Properties that every CRM record carries. Contacts alone call the last change otherwise. */
export const systemFields = (mark: 'hs_lastmodifieddate' | 'lastmodifieddate') =>
  ({
    ...idField,
    createdate: field.instant('Created', 'When the record was created.', readOnly),
    [mark]: field.instant('Last modified', 'When any property last changed; the mark that changes follow.', readOnly),
    [KEY_PROPERTY]: field.text('Throughline key', 'Key that Throughline gives the record; a unique custom property.'),
  }) as const;

export const platform = {
  read: { pageSize: 100 },
  // The index of searches lags behind the records.
  changes: { overlapMs: 300_000 },
} as const;

export const platformWrite = {
  operations: ['create', 'update', 'upsert', 'delete'],
  recognisesRepeats: true,
  batchSize: 100,
} as const;

export const identity = { field: 'id', external: KEY_PROPERTY } as const;
