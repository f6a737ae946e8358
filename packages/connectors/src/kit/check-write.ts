import type { WriteRequest } from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';
import type { JsonSchema } from '@throughline/core/connector/json-schema';
import type { ConnectorManifest } from '@throughline/core/connector/manifest';
import { checkRecord, type FieldProblem } from '@throughline/core/connector/check-record';
import { objectOf } from './object-manifest.ts';
import { ownValue } from '@throughline/core/connector/own-value';

export interface WriteRules {
  readonly manifest: ConnectorManifest;
  /** The schema to check the record against. The default is the manifest's. */
  readonly schema?: JsonSchema | undefined;
  /** Names that pass although the schema does not know them (custom fields). */
  readonly isCustomField: (name: string) => boolean;
}

/**
 * Checks what can be known to be wrong before anything is sent. @throws ConnectorError `validation` that names the
 * fields.
 */
export function checkWrite(request: WriteRequest, rules: WriteRules): void {
  const object = objectOf(rules.manifest, request.object);
  if (!object.write?.operations.includes(request.operation)) {
    throw refusal(`${object.title} cannot be written with “${request.operation}”.`, []);
  }
  if (request.operation === 'delete' || request.operation === 'update') {
    if (request.identity === undefined)
      throw refusal(`“${request.operation}” of ${object.title} needs an identity.`, []);
  }
  if (request.operation === 'upsert' && request.identity === undefined) {
    throw refusal(`“upsert” of ${object.title} needs an identity, or a repetition would make a second record.`, []);
  }
  if (request.operation === 'delete') return;
  if (request.record === undefined) throw refusal(`“${request.operation}” of ${object.title} needs a record.`, []);

  const schema = rules.schema ?? object.schema;
  const problems = [
    ...checkRecord(request.record, schema, rules.isCustomField),
    ...readOnlyProblems(request.record, schema),
  ];
  if (request.operation === 'create') problems.push(...missingProblems(request.record, object.write.requiredOnCreate));
  if (problems.length > 0) {
    const list = problems.map(({ path, text }) => `${path} ${text}`).join('; ');
    throw refusal(`${object.title}: ${list}.`, [...new Set(problems.map(({ path }) => path))]);
  }
}

function readOnlyProblems(record: object, schema: JsonSchema): FieldProblem[] {
  return Object.keys(record)
    .filter((name) => ownValue(schema.properties, name)?.readOnly === true)
    .map((name) => ({ path: name, text: 'is set by the system and cannot be written' }));
}

function missingProblems(record: Readonly<Record<string, unknown>>, required: readonly string[]): FieldProblem[] {
  return required
    .filter((name) => record[name] === undefined || record[name] === null)
    .map((name) => ({ path: name, text: 'is required' }));
}

function refusal(message: string, fields: readonly string[]): ConnectorError {
  return new ConnectorError(message, { class: 'validation', fields });
}
