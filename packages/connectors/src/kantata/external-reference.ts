import type { SourceRecord } from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';
import type { ObjectManifest } from '@throughline/core/connector/manifest';
import { objectOf } from '../kit/object-manifest.ts';
import { readAllRows } from '../kit/session/read-rows.ts';
import { equalTo } from '../kit/session/row-query.ts';
import type { Call } from '../kit/session/system.ts';
import { readById } from './oddities/read-by-id.ts';
import { subjectTypes } from './subject-types.ts';

const SERVICE_NAME = 'throughline';

/** The block that a create carries, so that the vendor makes record and reference in one transaction. */
export function referenceBlock(object: ObjectManifest, externalId: string): SourceRecord {
  return {
    service_name: SERVICE_NAME,
    service_model: object.name,
    service_model_ref: externalId,
    status: 'successful',
  };
}

/** @throws ConnectorError `validation` when records of this kind cannot carry an external reference. */
export function subjectTypeOf(object: ObjectManifest): string {
  const type = Object.entries(subjectTypes).find(([name]) => name === object.name)?.[1];
  if (type !== undefined) return type;
  throw new ConnectorError(
    `${object.title} cannot carry an external reference in Kantata; address it by id or by fields.`,
    { class: 'validation' },
  );
}

/**
 * Finds the record that carries our key. A reference whose record is gone counts as no reference. @throws
 * ConnectorError `duplicate` when several records carry the key.
 */
export async function findByReference(
  call: Call,
  object: ObjectManifest,
  externalId: string,
): Promise<SourceRecord | undefined> {
  const references = objectOf(call.manifest, 'external_references');
  const wanted = equalTo({
    subject_type: subjectTypeOf(object),
    service_name: SERVICE_NAME,
    service_model: object.name,
    service_model_ref: externalId,
  });
  const records = await readAllRows(call, references, wanted);
  const ids = [...new Set(records.map((each) => String(each['subject_id'])))];
  const found: SourceRecord[] = [];
  for (const id of ids) {
    const record = await readById(call, object, id);
    if (record !== undefined) found.push(record);
  }
  if (found.length > 1) {
    throw new ConnectorError(
      `${found.length} records of ${object.title} carry the external reference “${externalId}” (${ids.join(', ')}).`,
      { class: 'duplicate', fields: ['external_reference'] },
    );
  }
  return found[0];
}
