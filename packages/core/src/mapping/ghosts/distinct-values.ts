import { valuesAt } from '../sample-values.ts';

/** The values of a field that tell it apart from others: many fields have the same flags and small figures. */
export const distinctValues = (samples: readonly unknown[], path: readonly string[]): readonly unknown[] =>
  valuesAt(samples, path).filter(tellsApart);

const tellsApart = (value: unknown): boolean =>
  (typeof value === 'string' && value.length > 1) || (typeof value === 'number' && Math.abs(value) > 100);
