/** The types of record fields. Names follow NetSuite's REST API browser. */
export type FieldType =
  | { readonly kind: 'string' }
  | { readonly kind: 'number' }
  | { readonly kind: 'integer' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'date' }
  | { readonly kind: 'date-time' }
  /** A reference to a record of one of these types. */
  | { readonly kind: 'reference'; readonly to: readonly RecordTypeName[] }
  /** An id out of a fixed list; the value is what refName shows. */
  | { readonly kind: 'enumeration'; readonly values: Readonly<Record<string, string>> }
  /** An object of its own without identity, e.g. an address. */
  | { readonly kind: 'subrecord'; readonly fields: FieldMap }
  /** Lines. `key` is the line field by which PATCH finds the line to change. */
  | { readonly kind: 'sublist'; readonly fields: FieldMap; readonly key: string };

export interface Field {
  readonly type: FieldType;
  /** The field's label on the form, which error messages use. */
  readonly label: string;
  readonly isReadOnly?: boolean;
  readonly isRequired?: boolean;
}

export type FieldMap = Readonly<Record<string, Field>>;

export type RecordTypeName =
  | 'customer'
  | 'customerSubsidiaryRelationship'
  | 'job'
  | 'employee'
  | 'salesOrder'
  | 'invoice'
  | 'billingSchedule'
  | 'subsidiary'
  | 'currency'
  | 'term'
  | 'serviceSaleItem'
  | 'department'
  | 'classification'
  | 'location'
  | 'salesTaxItem';

export interface RecordType {
  readonly name: RecordTypeName;
  /** Singular, as the user interface writes it. */
  readonly label: string;
  /** Internal ids are drawn from this sequence; entities share one, transactions another. */
  readonly idSequence: 'entity' | 'transaction' | 'item' | 'billingSchedule' | 'list';
  readonly fields: FieldMap;
  /** The field shown as refName where another record points here. */
  readonly nameField: string;
  /** False when the stand-in only lists and reads the type (set-up data that an administrator maintains). */
  readonly isWritable: boolean;
}

export const text = (label: string, more: Partial<Field> = {}): Field => ({ type: { kind: 'string' }, label, ...more });
export const number = (label: string, more: Partial<Field> = {}): Field => ({
  type: { kind: 'number' },
  label,
  ...more,
});
export const integer = (label: string, more: Partial<Field> = {}): Field => ({
  type: { kind: 'integer' },
  label,
  ...more,
});
export const flag = (label: string, more: Partial<Field> = {}): Field => ({
  type: { kind: 'boolean' },
  label,
  ...more,
});
export const date = (label: string, more: Partial<Field> = {}): Field => ({ type: { kind: 'date' }, label, ...more });
export const dateTime = (label: string, more: Partial<Field> = {}): Field => ({
  type: { kind: 'date-time' },
  label,
  ...more,
});
export const reference = (
  label: string,
  to: RecordTypeName | readonly RecordTypeName[],
  more: Partial<Field> = {},
): Field => ({ type: { kind: 'reference', to: typeof to === 'string' ? [to] : to }, label, ...more });
export const enumeration = (
  label: string,
  values: Readonly<Record<string, string>>,
  more: Partial<Field> = {},
): Field => ({ type: { kind: 'enumeration', values }, label, ...more });
export const subrecord = (label: string, fields: FieldMap): Field => ({ type: { kind: 'subrecord', fields }, label });
export const sublist = (label: string, key: string, fields: FieldMap): Field => ({
  type: { kind: 'sublist', fields, key },
  label,
});

/** Every record has these. */
export const SYSTEM_FIELDS: FieldMap = {
  id: text('Internal ID', { isReadOnly: true }),
  externalId: text('External ID'),
  lastModifiedDate: dateTime('Last Modified Date', { isReadOnly: true }),
};
