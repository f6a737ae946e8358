/** An id made from a step's name: `Read account` becomes `readAccount`. Never empty, at most 60 characters. */
export function stepId(name: string, fallback = 'step'): string {
  const words = name
    .normalize('NFKD')
    .replaceAll(/[^\w\s-]/g, '')
    .split(/[\s_-]+/)
    .filter((word) => word !== '');
  const joined = words
    .map((word, index) =>
      index === 0 ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1).toLowerCase(),
    )
    .join('')
    .replace(/^\d+/, '');
  return joined === '' ? fallback : joined.slice(0, 60);
}
