import type { WriteRequest } from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';
import type { ObjectManifest } from '@throughline/core/connector/manifest';
import { checkWrite as checkAgainst } from '../kit/check-write.ts';
import type { Call } from '../kit/session/system.ts';
import { keyField } from './addresses.ts';

/** Checks against the object as the org describes it, custom fields and all. Each object needs the field for our key. */
export async function checkWrite(call: Call, object: ObjectManifest, request: WriteRequest): Promise<void> {
  const { manifest } = call;
  const schema = await call.schema(object);
  checkAgainst(request, { manifest, schema, isCustomField: () => false });
  const name = keyField(call);
  if (request.identity?.by !== 'external-id' || Object.hasOwn(schema.properties ?? {}, name)) return;
  throw new ConnectorError(
    `${object.title} has no field “${name}” in this org; create it as an external id, or name another in the connection’s settings.`,
    { class: 'validation', fields: [name] },
  );
}
