/** A field name as it is written in a path: quoted with backticks where it has to be. */
export function pathName(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && !keywords.has(name) ? name : `\`${name}\``;
}

const keywords: ReadonlySet<string> = new Set(['and', 'or', 'in', 'true', 'false', 'null', 'function']);
