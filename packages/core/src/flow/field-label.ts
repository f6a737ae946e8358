import { isFieldValue } from './field-value.ts';

/** What names an item of a list, as the comparison matches them. */
const itemNames = ['slot', 'code', 'key', 'name', 'id'] as const;

/**
 * Returns the words that lead to a value in a step: `/config/rules/2/assert` becomes Rules, DEAL_TOO_SMALL, Must hold.
 * `document` is the document that the pointer points into.
 */
export function fieldLabel(document: unknown, pointer: string): string[] {
  const words: string[] = [];
  let at = document;
  for (const token of pointer.split('/').slice(1).map(unescapeToken)) {
    const isItem = Array.isArray(at);
    const isGiven = isRecord(at) && isFieldValue(at);
    at = isRecord(at) || Array.isArray(at) ? (at as Readonly<Record<string, unknown>>)[token] : undefined;
    if (isGiven) words.push(...(token === 'kind' ? ['Given as'] : []));
    else if (isItem) words.push(nameOf(at) ?? String(Number(token) + 1));
    else if (words.length > 0 || !silent.has(token)) words.push(inWords(token));
  }
  return words.length === 0 ? ['Everything'] : words;
}

/** Parts of the format that mean nothing to a reader. */
const silent: ReadonlySet<string> = new Set(['config', 'settings', 'trigger']);

const nameOf = (item: unknown): string | undefined =>
  isRecord(item) ? itemNames.map((name) => item[name]).find((value) => typeof value === 'string') : undefined;

/** What the forms call a field whose name in the format says something else. */
const formWords: Readonly<Record<string, string>> = {
  assert: 'Must hold',
  canonicalId: 'Identity of the entity',
  chunkSize: 'Items per chunk',
  concurrency: 'At the same time',
  cron: 'Times (cron)',
  every: 'Look every',
  externalId: 'Our reference',
  itemKey: 'Identity of an item',
  message: 'Sentence for the operator',
  missingCode: 'Exception code',
  onConflict: 'When the record exists',
  onMissing: 'When there is none',
  type: 'Event type',
  verify: 'When it was delivered before',
};

/** `orderingKey` becomes Ordering key. A name that is not such a word stays as it is. */
const inWords = (token: string): string => {
  const known = Object.hasOwn(formWords, token) ? formWords[token] : undefined;
  if (known !== undefined) return known;
  if (!/^[a-z][A-Za-z0-9]*$/.test(token)) return token;
  const words = token.replaceAll(/([A-Z])/g, ' $1').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const unescapeToken = (token: string): string => token.replaceAll('~1', '/').replaceAll('~0', '~');

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
