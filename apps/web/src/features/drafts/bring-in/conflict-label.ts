import { placeLabel } from '../place-label.ts';

/**
 * The words that lead to a place that both sides changed. A merge names items of lists, such as steps, by their ids; here
 * the step is called by its name, as it is in the first of these documents that has the place.
 */
export function conflictLabel(documents: readonly unknown[], pointer: string): string {
  for (const document of documents) {
    const indexed = byIndex(document, pointer);
    if (indexed !== undefined) return placeLabel(document, indexed);
  }
  return 'The whole document';
}

/** In the same order as in a merge. */
const itemNames = ['id', 'slot', 'code', 'key', 'name'] as const;

/** The pointer with positions instead of names of items; undefined if the document has no such place. */
function byIndex(document: unknown, pointer: string): string | undefined {
  let at = document;
  let indexed = '';
  for (const token of pointer.split('/').slice(1)) {
    const name = token.replaceAll('~1', '/').replaceAll('~0', '~');
    const key = Array.isArray(at) ? String(at.findIndex((item) => nameOf(item) === name)) : name;
    if (!isRecord(at) || !Object.hasOwn(at, key)) return undefined;
    at = at[key];
    indexed += Number.isNaN(Number(key)) ? `/${token}` : `/${key}`;
  }
  return indexed;
}

function nameOf(item: unknown): unknown {
  if (!isRecord(item)) return undefined;
  const name = itemNames.find((each) => typeof item[each] === 'string');
  return name === undefined ? undefined : item[name];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
