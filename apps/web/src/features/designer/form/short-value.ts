import type { FieldValue } from '@throughline/core/flow/field-value';

/** True for a field that nobody has filled in. */
export const isBlank = ({ value }: FieldValue): boolean => typeof value === 'string' && value.trim() === '';

/** One line for the canvas; `empty` is shown for a field that nobody has filled in. */
export const shortValue = (field: FieldValue, empty: string): string => (isBlank(field) ? empty : String(field.value));
