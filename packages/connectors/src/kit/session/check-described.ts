import type { WriteRequest } from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';
import type { ObjectManifest } from '@throughline/core/connector/manifest';
import { checkWrite } from '../check-write.ts';
import { keyFieldOf } from './read-record.ts';
import type { Call } from './system.ts';

/** Checks a write against the object as the account describes it, with its custom fields and the one for our key. */
export async function checkDescribed(call: Call, object: ObjectManifest, request: WriteRequest): Promise<void> {
  const { manifest } = call;
  const schema = await call.schema(object);
  checkWrite(request, { manifest, schema, isCustomField: () => false });
  if (request.identity?.by !== 'external-id') return;
  const name = keyFieldOf(call, object);
  if (Object.hasOwn(schema.properties ?? {}, name)) return;
  throw new ConnectorError(
    `${object.title} has no field “${name}” in this account; create it as a unique field, or name another in the connection’s settings.`,
    { class: 'validation', fields: [name] },
  );
}
