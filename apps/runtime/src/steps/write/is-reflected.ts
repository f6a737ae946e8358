/**
 * Tells whether a record as a system returns it already says everything that ours does. Systems add fields, return
 * numbers for decimal strings and leave empty fields out. Where this is unsure the answer is no, and the record is
 * written again, which its external id makes harmless.
 */
export function isReflected(ours: unknown, theirs: unknown): boolean {
  if (isEmpty(ours) || isEmpty(theirs)) return isEmpty(ours) && isEmpty(theirs);
  if (Array.isArray(ours)) {
    return (
      Array.isArray(theirs) && ours.length === theirs.length && ours.every((item, at) => isReflected(item, theirs[at]))
    );
  }
  if (typeof ours === 'object' && typeof theirs === 'object') {
    const record: Readonly<Record<string, unknown>> = { ...theirs };
    return Object.entries({ ...ours }).every(([key, value]) => isReflected(value, record[key]));
  }
  if (typeof ours === 'object' || typeof theirs === 'object') return false;
  return ours === theirs || isSameNumber(ours, theirs);
}

const isEmpty = (value: unknown): value is undefined | null | '' =>
  value === undefined || value === null || value === '';

function isSameNumber(left: unknown, right: unknown): boolean {
  const isNumeric = (value: unknown): boolean =>
    typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value));
  return isNumeric(left) && isNumeric(right) && Number(left) === Number(right);
}
