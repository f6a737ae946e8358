import { ownValue } from '@throughline/core/connector/own-value';
import { pathName } from '@throughline/core/mapping/fields';
import { fieldsOf } from '@throughline/core/mapping/schema-fields';
import type { DesignerData } from '../designer-data.ts';
import type { DataBefore } from './data-before.ts';

/** The path to the identity of a record, such as `$steps.mapCustomer.id`; undefined when it has none. */
export function idPath({ path, ref, schema }: DataBefore, { validation }: DesignerData): string | undefined {
  if (ref?.kind === 'object') {
    const object = ownValue(ownValue(validation.catalog, ref.system)?.objects, ref.object);
    return object && `${path}.${pathName(object.identity.field)}`;
  }
  const names = new Set(fieldsOf(schema).map(({ name }) => name));
  const name = ['id', 'Id'].find((each) => names.has(each));
  return name === undefined ? undefined : `${path}.${name}`;
}
