import type { RecordTypeName } from './field-types.ts';

/** A reference or an enumeration holds only the id; names are looked up when it is shown. */
export interface StoredId {
  readonly id: string;
}

export type StoredLine = Readonly<Record<string, StoredScalar | StoredId | StoredSubrecord>>;
export type StoredScalar = string | number | boolean;
export type StoredSubrecord = { readonly [field: string]: StoredScalar | StoredId };
/** What a record field holds. Absent means empty, because NetSuite does not distinguish null from missing. */
export type StoredValue = StoredScalar | StoredId | StoredSubrecord | readonly StoredLine[];
export type StoredValues = Readonly<Record<string, StoredValue>>;

export interface StoredRecord {
  readonly type: RecordTypeName;
  readonly id: string;
  readonly values: StoredValues;
  /** ISO instants by the sandbox clock. */
  readonly createdAt: string;
  readonly modifiedAt: string;
}

export function textOf(values: StoredValues, field: string): string | undefined {
  const value = values[field];
  return typeof value === 'string' ? value : undefined;
}

export function numberOf(values: StoredValues | StoredLine, field: string): number | undefined {
  const value = values[field];
  return typeof value === 'number' ? value : undefined;
}

export function idOf(values: StoredValues | StoredLine, field: string): string | undefined {
  const value = values[field];
  return isStoredId(value) ? value.id : undefined;
}

export function linesOf(values: StoredValues, field: string): readonly StoredLine[] {
  const value = values[field];
  return isLines(value) ? value : [];
}

export function isStoredId(value: unknown): value is StoredId {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && 'id' in value;
}

export function isLines(value: StoredValue | undefined): value is readonly StoredLine[] {
  return Array.isArray(value);
}
