import { isFieldValue } from './field-value.ts';

/** Fields that name an item of a list to a reader, who knows a step by its name rather than by its id. */
const itemNames = ['slot', 'code', 'key', 'name', 'id'] as const;

/**
 * Returns the words that lead to a value in a step: `/config/rules/2/assert` becomes Rules, DEAL_TOO_SMALL, Must hold.
 * An item is counted when it has no name, or when the pointer is about its name: Rules, rule 3, Code. `document` is the
 * document that the pointer points into.
 */
export function fieldLabel(document: unknown, pointer: string): string[] {
  const words: string[] = [];
  let at = document;
  const tokens = pointer.split('/').slice(1).map(unescapeToken);
  for (const [index, token] of tokens.entries()) {
    const isItem = Array.isArray(at);
    const isGiven = isRecord(at) && isFieldValue(at);
    at = isRecord(at) || Array.isArray(at) ? (at as Readonly<Record<string, unknown>>)[token] : undefined;
    if (isGiven) words.push(...(token === 'kind' ? ['Given as'] : []));
    else if (isItem) words.push(nameOf(at, tokens[index + 1]) ?? counted(tokens[index - 1], token));
    else if (words.length > 0 || !silent.has(token)) words.push(inWords(token));
  }
  return words.length === 0 ? ['Everything'] : words;
}

/** Parts of the format that mean nothing to a reader. */
const silent: ReadonlySet<string> = new Set(['config', 'settings', 'trigger']);

const nameOf = (item: unknown, field: string | undefined): string | undefined => {
  const key = isRecord(item) ? itemNames.find((name) => typeof item[name] === 'string') : undefined;
  const name = isRecord(item) && key !== undefined && key !== field ? item[key] : undefined;
  return typeof name === 'string' && name.trim() !== '' ? name : undefined;
};

/** `rule 1` in a list of rules; only the number where the list's name is not a plural. */
const counted = (list: string | undefined, index: string): string => {
  const word = /^[a-z]+s$/.test(list ?? '') ? `${list?.replace(/(?<=[sx]|ch|sh)es$|s$/, '')} ` : '';
  return `${word}${Number(index) + 1}`;
};

/** Labels of fields whose name in the format says something else. */
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

/** `orderingKey` becomes Ordering key. Other names stay as they are. */
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
