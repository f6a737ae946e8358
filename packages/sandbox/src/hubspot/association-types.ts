import { invalid } from './hubspot-error.ts';
import type { CrmRecord, HubspotStore } from './hubspot-store.ts';
import { objectTypeOf } from './object-types.ts';
import type { ObjectType } from './object-types.ts';

/** Ids of the associations without a label, by their two ends. Page: Associations v4, “Association type ID values”. */
const typeIds: Readonly<Record<string, number>> = {
  'contacts companies': 279,
  'companies contacts': 280,
  'deals companies': 341,
  'companies deals': 342,
  'deals contacts': 3,
  'contacts deals': 4,
  'deals line_items': 19,
  'line_items deals': 20,
};

export function typeIdOf(from: ObjectType, to: ObjectType): number {
  const id = typeIds[`${from.name} ${to.name}`];
  if (id === undefined) throw invalid(`${from.name} and ${to.name} have no association here.`);
  return id;
}

/** The part of a create that relates the new record. */
export interface AssociationInput {
  readonly to: { readonly id: string };
  readonly types: readonly { readonly associationCategory: string; readonly associationTypeId: number }[];
}

export function associateNew(
  store: HubspotStore,
  type: ObjectType,
  record: CrmRecord,
  inputs: readonly AssociationInput[] = [],
): CrmRecord {
  for (const { to, types } of inputs) {
    for (const { associationTypeId } of types) {
      const [ends] = Object.entries(typeIds).find(([, id]) => id === associationTypeId) ?? [''];
      const [from, other = ''] = ends.split(' ');
      const target = objectTypeOf(other);
      if (from !== type.name || target === undefined) {
        throw invalid(`${associationTypeId} is not an association of ${type.name} here.`);
      }
      store.associate(type, record.id, target, to.id);
    }
  }
  return store.require(type, record.id);
}
