import { escapeLiteral, isDataPath, type FieldValue } from './field-value.ts';
import type { Upgrade } from './upgrade.ts';

/** The fields of format 1 that held an expression, per kind of step; `*` stands for every item or every name. */
const expressionFields: Readonly<Record<string, readonly string[]>> = {
  approve: ['question'],
  branch: ['cases.*.when'],
  call: ['input'],
  check: ['rules.*.assert', 'payload'],
  'for-each': ['items', 'itemKey'],
  lookup: ['key'],
  map: ['input'],
  notify: ['to', 'subject', 'body'],
  publish: ['subject', 'data'],
  raise: ['message', 'payload'],
  read: ['find.value', 'find.fields.*', 'find.where.*'],
  respond: ['body'],
  wait: ['for.instant', 'for.subject'],
  write: ['identity.externalId', 'identity.canonicalId', 'identity.match.*.value', 'input', 'record', 'undo.record'],
};

/** Format 1 held texts that were all expressions; format 2 says of each field whether it is literal, data or expression. */
export const valuesSayWhatTheyAre: Upgrade = {
  name: 'values-say-what-they-are',
  from: 1,
  upgrade: (document) => ({ ...document, body: upgradeBody(document['body']) }),
};

const upgradeBody = (body: unknown): unknown => (Array.isArray(body) ? body.map(upgradeStep) : body);

/** A step with what is inside it. Fields that say what they are stay as they are. */
export function upgradeStep(step: unknown): unknown {
  if (!isRecord(step)) return step;
  const { kind, config, bodies } = step;
  const fields = typeof kind === 'string' && Object.hasOwn(expressionFields, kind) ? expressionFields[kind] : [];
  return {
    ...step,
    ...(config !== undefined && {
      config: (fields ?? []).reduce((upgraded: unknown, field) => upgradeAt(upgraded, field.split('.')), config),
    }),
    ...(bodies !== undefined && { bodies: isRecord(bodies) ? mapRecord(bodies, upgradeBody) : bodies }),
  };
}

/** Replaces the text at a place, and leaves a document of another shape as it is: its problems are told later. */
function upgradeAt(value: unknown, [token, ...rest]: readonly string[]): unknown {
  if (token === undefined) return typeof value === 'string' ? fieldValueOf(value) : value;
  if (token === '*' && Array.isArray(value)) return value.map((item) => upgradeAt(item, rest));
  if (!isRecord(value)) return value;
  if (token === '*') return mapRecord(value, (item) => upgradeAt(item, rest));
  return Object.hasOwn(value, token) ? { ...value, [token]: upgradeAt(value[token], rest) } : value;
}

/** An expression that is nothing but a text, true, false or a path becomes the literal or the data it stands for. */
function fieldValueOf(text: string): FieldValue {
  const trimmed = text.trim();
  if (trimmed === 'true' || trimmed === 'false') return { kind: 'literal', value: trimmed === 'true' };
  if (isDataPath(trimmed)) return { kind: 'data', value: trimmed };
  const constant = constantText(trimmed);
  if (constant !== undefined && constant !== '') return { kind: 'literal', value: escapeLiteral(constant) };
  return { kind: 'expression', value: text };
}

function constantText(expression: string): string | undefined {
  if (/^'[^'"\\]*'$/.test(expression)) return expression.slice(1, -1);
  if (!/^"(?:[^"\\]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*"$/.test(expression)) return undefined;
  try {
    return String(JSON.parse(expression));
  } catch {
    // JSONata allows line breaks inside a text and JSON does not.
    return undefined;
  }
}

const mapRecord = (record: Readonly<Record<string, unknown>>, change: (value: unknown) => unknown) =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
