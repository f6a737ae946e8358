import { account } from './account.ts';
import { contact, opportunityContactRole } from './contact.ts';
import type { Field } from './field.ts';
import { opportunityLineItem } from './opportunity-line-item.ts';
import { opportunity } from './opportunity.ts';
import { pricebook2, pricebookEntry, product2, user } from './product.ts';
import type { SObjectType } from './sobject-type.ts';

export const sobjectTypes: readonly SObjectType[] = [
  account,
  contact,
  opportunity,
  opportunityContactRole,
  opportunityLineItem,
  pricebook2,
  pricebookEntry,
  product2,
  user,
];

const typesByName = new Map(sobjectTypes.map((type) => [type.name.toLowerCase(), type]));
const typesByPrefix = new Map(sobjectTypes.map((type) => [type.keyPrefix, type]));
const fieldsByName = new Map(
  sobjectTypes.map((type) => [type.name, new Map(type.fields.map((each) => [each.name.toLowerCase(), each]))]),
);

/** Names are compared without case, as the platform does. */
export function findType(name: string): SObjectType | undefined {
  return typesByName.get(name.toLowerCase());
}

export function typeOfId(id: string): SObjectType | undefined {
  return typesByPrefix.get(id.slice(0, 3));
}

export function findField(type: SObjectType, name: string): Field | undefined {
  return fieldsByName.get(type.name)?.get(name.toLowerCase());
}

/** The reference field of a parent relationship, e.g. `Account` → `AccountId`. */
export function findParent(
  type: SObjectType,
  relationshipName: string,
): { field: Field; parent: SObjectType } | undefined {
  const wanted = relationshipName.toLowerCase();
  const field = type.fields.find((each) => each.relationshipName?.toLowerCase() === wanted);
  const parent = field?.referenceTo ? findType(field.referenceTo) : undefined;
  return field && parent ? { field, parent } : undefined;
}

export interface ChildRelationship {
  readonly name: string | null;
  readonly child: SObjectType;
  readonly field: Field;
}

/** Every field anywhere that points to this type. */
export function childRelationships(type: SObjectType): ChildRelationship[] {
  return sobjectTypes.flatMap((child) =>
    child.fields
      .filter((field) => field.referenceTo === type.name)
      .map((field) => ({ name: field.childRelationshipName, child, field })),
  );
}

export function findChild(type: SObjectType, relationshipName: string): ChildRelationship | undefined {
  const wanted = relationshipName.toLowerCase();
  return childRelationships(type).find((each) => each.name?.toLowerCase() === wanted);
}
