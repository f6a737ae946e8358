/**
 * The id of a field in the field trees: its names, joined by dots. A dot in a name is written with a backslash, so that
 * the field `a.b` differs from the field `b` in `a`.
 */
export function fieldIdOf(path: readonly string[]): string {
  return path.map(escaped).join('.');
}

/** Nearly no name needs it, and trees ask for thousands of them. */
const escaped = (name: string): string =>
  name.includes('.') || name.includes('\\') ? name.replaceAll(/[\\.]/g, String.raw`\$&`) : name;

/** The ids of a field and of all fields around it, outermost first: `a`, `a.b`, `a.b.c`. */
export function idsUpTo(id: string): string[] {
  if (!id.includes('.')) return id === '' ? [] : [id];
  const names = id.match(/(?:[^\\.]|\\[\\.])+/g) ?? [];
  return names.map((_, index) => names.slice(0, index + 1).join('.'));
}

export function isWithin(id: string, container: string): boolean {
  return id === container || id.startsWith(`${container}.`);
}
