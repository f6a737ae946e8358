/** A field name as a step of a path is written: in backquotes where it is no plain word. */
export function pathStepText(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && !words.has(name) ? name : `\`${name}\``;
}

const words = new Set(['and', 'or', 'in', 'true', 'false', 'null', 'function', 'λ']);
