export type FieldType =
  | 'id'
  | 'reference'
  | 'string'
  | 'textarea'
  | 'email'
  | 'phone'
  | 'url'
  | 'picklist'
  | 'boolean'
  | 'int'
  | 'double'
  | 'currency'
  | 'percent'
  | 'date'
  | 'datetime';

/** What the sandbox knows about a field; `describe` turns it into the vendor's long form. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  /** Characters, for texts. */
  readonly length: number;
  /** Digits in all and after the point, for numbers. */
  readonly precision: number;
  readonly scale: number;
  readonly isNillable: boolean;
  readonly isCreateable: boolean;
  readonly isUpdateable: boolean;
  readonly isExternalId: boolean;
  readonly isUnique: boolean;
  /** A system or formula value the caller can never set. */
  readonly isCalculated: boolean;
  readonly isNameField: boolean;
  /** Used when a create leaves the field out. Such a field is not required, although it is not nillable. */
  readonly defaultValue: string | number | boolean | null;
  /** Given by the platform on create when left out (OwnerId, CurrencyIsoCode …). */
  readonly isDefaultedOnCreate: boolean;
  readonly picklistValues: readonly string[];
  readonly isRestrictedPicklist: boolean;
  readonly referenceTo: string | null;
  /** Name of the parent relationship (`Account` for `AccountId`). */
  readonly relationshipName: string | null;
  /** Name of the child relationship on the parent (`Opportunities`), or null when there is none. */
  readonly childRelationshipName: string | null;
  /** Deleting the parent deletes this record. */
  readonly isCascadeDelete: boolean;
}

export type FieldOptions = Partial<Omit<Field, 'name' | 'type'>>;

const DEFAULTS: Omit<Field, 'name' | 'label' | 'type'> = {
  length: 0,
  precision: 0,
  scale: 0,
  isNillable: true,
  isCreateable: true,
  isUpdateable: true,
  isExternalId: false,
  isUnique: false,
  isCalculated: false,
  isNameField: false,
  defaultValue: null,
  isDefaultedOnCreate: false,
  picklistValues: [],
  isRestrictedPicklist: false,
  referenceTo: null,
  relationshipName: null,
  childRelationshipName: null,
  isCascadeDelete: false,
};

function field(name: string, type: FieldType, options: FieldOptions): Field {
  return { ...DEFAULTS, label: labelOf(name), ...options, name, type };
}

/** `Billing_Terms__c` → `Billing Terms`; `BillingPostalCode` → `Billing Postal Code`; `AccountId` → `Account ID`. */
function labelOf(name: string): string {
  const words = name
    .replace(/__c$/, '')
    .replaceAll('_', ' ')
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2');
  return words.replace(/\bId$/, 'ID');
}

export const text = (name: string, length = 255, options: FieldOptions = {}): Field =>
  field(name, 'string', { length, ...options });
export const longText = (name: string, length = 32_000, options: FieldOptions = {}): Field =>
  field(name, 'textarea', { length, ...options });
export const email = (name: string, options: FieldOptions = {}): Field =>
  field(name, 'email', { length: 80, ...options });
export const phone = (name: string, options: FieldOptions = {}): Field =>
  field(name, 'phone', { length: 40, ...options });
export const url = (name: string, options: FieldOptions = {}): Field => field(name, 'url', { length: 255, ...options });
export const date = (name: string, options: FieldOptions = {}): Field => field(name, 'date', options);
export const datetime = (name: string, options: FieldOptions = {}): Field => field(name, 'datetime', options);
export const integer = (name: string, options: FieldOptions = {}): Field =>
  field(name, 'int', { precision: 8, ...options });
export const decimal = (name: string, options: FieldOptions = {}): Field =>
  field(name, 'double', { precision: 18, scale: 2, ...options });
export const currency = (name: string, options: FieldOptions = {}): Field =>
  field(name, 'currency', { precision: 18, scale: 2, ...options });
export const percent = (name: string, options: FieldOptions = {}): Field =>
  field(name, 'percent', { precision: 3, scale: 0, ...options });

/** Booleans are never null: one that is left out is false, or has the given default. */
export const flag = (name: string, options: FieldOptions = {}): Field =>
  field(name, 'boolean', { isNillable: false, isDefaultedOnCreate: true, defaultValue: false, ...options });

export const picklist = (name: string, picklistValues: readonly string[], options: FieldOptions = {}): Field =>
  field(name, 'picklist', { length: 255, picklistValues, ...options });

/** A picklist that refuses other values. */
export const restricted = (name: string, picklistValues: readonly string[], options: FieldOptions = {}): Field =>
  picklist(name, picklistValues, { isRestrictedPicklist: true, ...options });

export const reference = (name: string, referenceTo: string, options: FieldOptions = {}): Field =>
  field(name, 'reference', { length: 18, referenceTo, relationshipName: name.replace(/Id$/, ''), ...options });

/** A custom text field that holds another system's key. */
export const externalId = (name: string, options: FieldOptions = {}): Field =>
  text(name, 80, { isExternalId: true, isUnique: true, ...options });

/** Options of a value only the platform sets. */
export const READ_ONLY: FieldOptions = { isCreateable: false, isUpdateable: false };

export const idField: Field = field('Id', 'id', {
  label: 'Record ID',
  length: 18,
  isNillable: false,
  isDefaultedOnCreate: true,
  ...READ_ONLY,
});

const KEPT: FieldOptions = { isNillable: false, isDefaultedOnCreate: true, ...READ_ONLY };

/** The audit fields that every object of the story has. */
export const systemFields: readonly Field[] = [
  field('IsDeleted', 'boolean', { ...KEPT, defaultValue: false }),
  datetime('CreatedDate', KEPT),
  reference('CreatedById', 'User', KEPT),
  datetime('LastModifiedDate', KEPT),
  reference('LastModifiedById', 'User', KEPT),
  datetime('SystemModstamp', KEPT),
];
