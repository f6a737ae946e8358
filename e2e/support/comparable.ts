/** Fields that tell when or where something was written rather than what. */
const incidental = new Set(['links', 'created_at', 'updated_at', 'dateCreated', 'createdDate', 'lastModifiedDate']);

/**
 * Converts a record to a form that can be compared on any day. Values that differ from day to day (dates of the deal,
 * ids that the systems assigned) are replaced by the names given for them, and incidental fields are left out.
 */
export function comparable(value: unknown, names: Readonly<Record<string, string>>): unknown {
  if (typeof value === 'string') return names[value] ?? value;
  if (Array.isArray(value)) return value.map((item) => comparable(item, names));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !incidental.has(key));
  return Object.fromEntries(kept.map(([key, item]) => [key, comparable(item, names)]));
}
