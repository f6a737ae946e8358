import { checkRecord } from '@throughline/core/connector/check-record';
import type { SourceRecord } from '@throughline/core/connector';
import type { ObjectManifest, WriteOperation } from '@throughline/core/connector/manifest';
import { businessFailure } from '../../failures/step-failure.ts';

interface SentRecord {
  readonly operation: WriteOperation;
  readonly record?: SourceRecord | undefined;
}

/**
 * Refuses a record that the system could not take, before anything is sent. Names that the manifest does not know are
 * left to the connector, which knows the fields of the account.
 * @throws StepFailure `RECORD_INCOMPLETE` or `RECORD_INVALID`, with a detail per field
 */
export function requireSoundRecord(object: ObjectManifest, { operation, record }: SentRecord): void {
  if (record === undefined || operation === 'delete') return;
  const required = operation === 'update' ? [] : (object.write?.requiredOnCreate ?? []);
  const missing = required.filter((name) => name !== object.identity.external && isMissing(record[name]));
  if (missing.length > 0) {
    refuse(
      'RECORD_INCOMPLETE',
      `${object.title} needs ${new Intl.ListFormat('en').format(missing)}, and the record has no value there. Correct the mapping or the data, then replay.`,
      missing.map((name) => `${name} is required`),
    );
  }
  const wrong = checkRecord(record, object.schema, () => true).map(({ path, text }) => `${path} ${text}`);
  if (wrong.length > 0) {
    refuse(
      'RECORD_INVALID',
      `${object.title} cannot take the record: ${wrong.join('; ')}. Correct the mapping or the data, then replay.`,
      wrong,
    );
  }
}

const isMissing = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

function refuse(code: string, message: string, fields: readonly string[]): never {
  throw businessFailure(code, message, { details: fields.map((text) => ({ code, message: text })) });
}
