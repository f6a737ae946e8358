import type { JsonSchema } from '@throughline/core/connector/json-schema';
import { field, readOnly } from '../kit/field.ts';

/** A field that holds the 15 or 18 character id of another record. */
export const recordId = (title: string, description: string, more: Partial<JsonSchema> = {}): JsonSchema =>
  field.text(title, description, { minLength: 15, maxLength: 18, ...more });

/** Fields that every standard object carries. */
export const systemFields = {
  Id: recordId('Record id', 'Salesforce’s own 18 character id of the record.', readOnly),
  CreatedDate: field.instant('Created', 'When the record was created.', readOnly),
  LastModifiedDate: field.instant(
    'Last modified',
    'When a person or an integration last changed the record.',
    readOnly,
  ),
  SystemModstamp: field.instant(
    'System modstamp',
    'When the record last changed in any way, by people or by the platform; the mark that change capture follows.',
    readOnly,
  ),
  IsDeleted: field.flag('In recycle bin', 'True while the record lies in the recycle bin.', readOnly),
} as const satisfies Readonly<Record<string, JsonSchema>>;

export const currencyCode = (description: string): JsonSchema =>
  field.text('Currency', description, { pattern: '^[A-Z]{3}$', examples: ['GBP', 'EUR', 'USD', 'CHF'] });

/** The org's own picklist decides which codes exist. */
export const legalEntity = (description: string): JsonSchema =>
  field.text('Legal entity', description, { maxLength: 255 });

export const origin = field.text(
  'Throughline origin',
  'Marks a record that an integration wrote, so that its change is not carried back as news.',
  { maxLength: 255 },
);

/** The custom field that holds our key. Each connection can name another one. */
export const EXTERNAL_ID_FIELD = 'External_Id__c';

export const externalId = {
  [EXTERNAL_ID_FIELD]: field.text(
    'External id',
    'Key that Throughline gives the record; unique, so that an upsert finds it again.',
    { maxLength: 255 },
  ),
} as const satisfies Readonly<Record<string, JsonSchema>>;

/** How objects of this platform are read, watched and written. They differ only in which fields are required. */
export const platform = {
  read: { pageSize: 2000 },
  changes: { overlapMs: 120_000 },
} as const;

export const platformWrite = {
  operations: ['create', 'update', 'upsert', 'delete'],
  recognisesRepeats: true,
  batchSize: 200,
} as const;
