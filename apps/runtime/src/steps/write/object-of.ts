import type { ObjectManifest } from '@throughline/core/connector/manifest';
import type { UsedConnection } from '../../connections/connections.ts';
import { businessFailure } from '../../failures/step-failure.ts';
import { ownValue } from '@throughline/core/connector/own-value';

/** The manifest of an object of a connection's system. @throws StepFailure `OBJECT_UNKNOWN` */
export function objectOf({ connector, row }: Pick<UsedConnection, 'connector' | 'row'>, name: string): ObjectManifest {
  const object = ownValue(connector.manifest.objects, name);
  if (object !== undefined) return object;
  throw businessFailure('OBJECT_UNKNOWN', `${connector.manifest.title} (${row.key}) has no object "${name}".`);
}
