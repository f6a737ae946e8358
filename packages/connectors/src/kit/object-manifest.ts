import { ConnectorError } from '@throughline/core/connector/error';
import type { ConnectorManifest, ObjectManifest } from '@throughline/core/connector/manifest';
import { ownValue } from '@throughline/core/connector/own-value';

/** @throws ConnectorError `validation` that lists the known objects. */
export function objectOf(manifest: ConnectorManifest, name: string): ObjectManifest {
  const object = ownValue(manifest.objects, name);
  if (object !== undefined) return object;
  throw new ConnectorError(
    `${manifest.title} has no object “${name}”; there are ${Object.keys(manifest.objects).join(', ')}.`,
    { class: 'validation', vendorCode: 'UNKNOWN_OBJECT' },
  );
}

export interface ChildList {
  readonly name: string;
  readonly object: ObjectManifest;
  readonly foreignKey: string;
}

/** The child lists a request includes. @throws ConnectorError `validation` for a name the object does not have. */
export function childrenOf(
  manifest: ConnectorManifest,
  object: ObjectManifest,
  include: readonly string[] | undefined,
): readonly ChildList[] {
  return (include ?? []).map((name) => {
    const child = ownValue(object.children, name);
    if (child !== undefined) return { name, object: objectOf(manifest, child.object), foreignKey: child.foreignKey };
    const known = Object.keys(object.children ?? {});
    throw new ConnectorError(
      `${object.title} has no child list “${name}”; ${known.length === 0 ? 'it has none' : `there are ${known.join(', ')}`}.`,
      { class: 'validation', vendorCode: 'UNKNOWN_CHILD' },
    );
  });
}

/** @throws ConnectorError `validation` when a field is not one of the object's. */
export function requireFields(object: ObjectManifest, names: readonly string[], known: ReadonlySet<string>): void {
  const unknown = names.filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  throw new ConnectorError(`${object.title} has no field ${unknown.map((name) => `“${name}”`).join(', ')}.`, {
    class: 'validation',
    vendorCode: 'UNKNOWN_FIELD',
    fields: unknown,
  });
}

/** The field by which people know a record. @throws ConnectorError `validation` where records have no name */
export function requireNameField(object: ObjectManifest): string {
  if (object.nameField !== undefined) return object.nameField;
  throw new ConnectorError(`${object.title} has no name to search by.`, { class: 'validation' });
}
