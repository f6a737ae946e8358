import jsonata from 'jsonata';

const parserOnly = new Set(['position', 'seekingParent', 'level', 'validate']);

const ourNames = new Map([
  ['then', 'whenTrue'],
  ['else', 'whenFalse'],
]);

/**
 * The reference's reading of a text: its processed syntax tree as plain data, or the code of the error that it throws.
 */
export function referenceAst(text: string): { readonly ast: unknown } | { readonly code: string | undefined } {
  try {
    return { ast: withNumberedLabels(plain(jsonata(text).ast())) };
  } catch (error) {
    return { code: (error as { code?: string }).code };
  }
}

/** Only meaningful properties: own ones with a value. Tokens that became nodes inherit the rest from the grammar. */
function plain(value: unknown): unknown {
  if (value instanceof RegExp) return `/${value.source}/${value.flags}`;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const isSlot = 'label' in value;
  const entries = Object.entries(value)
    .filter(([key, part]) => part !== undefined && !parserOnly.has(key) && !(isSlot && key === 'index'))
    .map(([key, part]): [string, unknown] => [ourNames.get(key) ?? key, plain(part)]);
  return Object.fromEntries(entries);
}

/**
 * Labels only distinguish steps. They are renumbered in order of appearance, because the two sides assign them
 * differently.
 */
export function withNumberedLabels(ast: unknown): unknown {
  const numbers = new Map<string, string>();
  const renumber = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(renumber);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(
      entries.map(([key, part]): [string, unknown] => {
        if (key !== 'label') return [key, renumber(part)];
        if (!numbers.has(String(part))) numbers.set(String(part), `!${numbers.size}`);
        return [key, numbers.get(String(part))];
      }),
    );
  };
  return renumber(ast);
}
