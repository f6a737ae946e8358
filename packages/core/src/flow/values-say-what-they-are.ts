import { escapeLiteral, isDataPath, type FieldValue } from './field-value.ts';
import type { Upgrade } from './upgrade.ts';

/** The fields that held an expression in format 1, per step kind. `*` stands for every item or every name. */
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

/**
 * In format 1 every such text was an expression. Format 2 says for each field whether it is a literal, data or an
 * expression.
 */
export const valuesSayWhatTheyAre: Upgrade = {
  name: 'values-say-what-they-are',
  from: 1,
  upgrade: (document) => ({ ...document, body: upgradeBody(document['body']) }),
};

const upgradeBody = (body: unknown): unknown => (Array.isArray(body) ? body.map(upgradeStep) : body);

/** Upgrades a step and everything inside it. Fields that already say what they are stay as they are. */
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

/** Replaces the text at a path. A document of another shape stays as it is, and its problems are reported later. */
function upgradeAt(value: unknown, [token, ...rest]: readonly string[]): unknown {
  if (token === undefined) return typeof value === 'string' ? fieldValueOf(value) : value;
  if (token === '*' && Array.isArray(value)) return value.map((item) => upgradeAt(item, rest));
  if (!isRecord(value)) return value;
  if (token === '*') return mapRecord(value, (item) => upgradeAt(item, rest));
  return Object.hasOwn(value, token) ? { ...value, [token]: upgradeAt(value[token], rest) } : value;
}

/** An expression that consists only of a text, true, false or a path becomes the literal or the data it stands for. */
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
    // JSONata allows line breaks inside a text, but JSON does not.
    return undefined;
  }
}

const mapRecord = (record: Readonly<Record<string, unknown>>, change: (value: unknown) => unknown) =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
