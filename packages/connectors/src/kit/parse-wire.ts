import { ConnectorError } from '@throughline/core/connector/error';
import type { SourceRecord } from '@throughline/core/connector';
import type { ObjectManifest } from '@throughline/core/connector/manifest';
import type { z } from 'zod';
import { checkRecord } from '@throughline/core/connector/check-record';

/**
 * Reads the envelope of a reply.
 * @throws ConnectorError `fatal`, code `SCHEMA_DRIFT`, naming what differs from the documentation.
 */
export function parseWire<T extends z.ZodType>(schema: T, body: unknown, title: string, what: string): z.infer<T> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const fields = [...new Set(parsed.error.issues.map(({ path }) => path.join('.') || 'body'))];
  throw drift(
    `${title}: the reply to ${what} does not look as documented (${fields.join(', ')}).`,
    fields,
    parsed.error,
  );
}

/**
 * Checks a record against what was requested. Otherwise a field that changed its type or vanished would map to nothing
 * without anybody noticing. New fields are allowed.
 * @throws ConnectorError `fatal`, code `SCHEMA_DRIFT`
 */
export function checkDrift(
  record: SourceRecord,
  object: ObjectManifest,
  expected: readonly string[],
  title: string,
): SourceRecord {
  const missing = expected.filter((name) => !Object.hasOwn(record, name));
  if (missing.length > 0) {
    throw drift(
      `${title}: ${object.title} came without ${missing.join(', ')}; the object seems to have changed.`,
      missing,
    );
  }
  const problems = checkRecord(record, object.schema, () => true);
  if (problems.length === 0) return record;
  const list = problems.map(({ path, text }) => `${path} ${text}`).join('; ');
  throw drift(
    `${title}: ${object.title} came with unexpected types: ${list}.`,
    problems.map(({ path }) => path),
  );
}

function drift(message: string, fields: readonly string[], cause?: unknown): ConnectorError {
  return new ConnectorError(message, { class: 'fatal', vendorCode: 'SCHEMA_DRIFT', fields, cause });
}
