/** Fields that tell when or where something was written rather than what. */
const incidental = new Set(['links', 'created_at', 'updated_at', 'dateCreated', 'createdDate', 'lastModifiedDate']);

/**
 * Puts a record into a form that can be compared on any day. Whatever differs from day to day (dates of the deal, ids
 * that the systems assigned) is replaced by the name given for it, and whatever is incidental is left out.
 */
export function comparable(value: unknown, names: Readonly<Record<string, string>>): unknown {
  if (typeof value === 'string') return names[value] ?? value;
  if (Array.isArray(value)) return value.map((item) => comparable(item, names));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !incidental.has(key));
  return Object.fromEntries(kept.map(([key, item]) => [key, comparable(item, names)]));
}
