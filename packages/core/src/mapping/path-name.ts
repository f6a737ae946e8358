/**
 * A field name as it is written in a path: in backquotes unless it is a plain word. A name that has a backquote itself
 * would end them, so it is a text, which JSONata takes as a name behind a dot.
 */
export function pathName(name: string): string {
  if (/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && !words.has(name)) return name;
  return name.includes('`') ? `$.${JSON.stringify(name)}` : `\`${name}\``;
}

const words: ReadonlySet<string> = new Set(['and', 'or', 'in', 'true', 'false', 'null', 'function', 'λ']);
