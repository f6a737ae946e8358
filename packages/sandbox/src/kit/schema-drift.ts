import type { SchemaDriftRule } from './faults.ts';

/**
 * Changes a JSON document as a vendor's silent schema change would: in every object that has such a field, at any depth.
 * Fields of `add` go into every object that has a dropped or renamed one, or into every object when neither is given.
 */
export function applySchemaDrift(value: unknown, rule: SchemaDriftRule): unknown {
  if (Array.isArray(value)) return value.map((each) => applySchemaDrift(each, rule));
  if (typeof value !== 'object' || value === null) return value;
  const dropped = rule.drop ?? [];
  const renamed = rule.rename ?? {};
  const keys = Object.keys(value);
  const isTouched = keys.some((key) => dropped.includes(key) || key in renamed);
  const isAdditionOnly = dropped.length === 0 && Object.keys(renamed).length === 0;
  const result: Record<string, unknown> = {};
  for (const [key, each] of Object.entries(value)) {
    if (!dropped.includes(key)) result[renamed[key] ?? key] = applySchemaDrift(each, rule);
  }
  return isTouched || isAdditionOnly ? { ...result, ...rule.add } : result;
}
