import { mappingFunctions } from '@throughline/core/mapping/functions/registry';
import { builtinFunctions } from './builtin-functions.ts';
import type { ExpressionScope } from './expression-scope.ts';
import { PathSchemas } from './path-schema.ts';
import { fieldsOf, typeName, type SchemaField } from './schema-fields.ts';
import { targetKeys } from './target-keys.ts';
import { pathName, significantTokens, tokenize, type Token } from './tokenize.ts';

export interface ExpressionCompletion {
  readonly label: string;
  readonly kind: 'field' | 'variable' | 'function' | 'key' | 'value-map';
  /** Text that replaces the part already typed; the label when absent. */
  readonly apply?: string;
  readonly detail?: string;
  readonly info?: string;
  /** Higher stands first among equals. */
  readonly boost?: number;
}

export interface Completions {
  /** Offset where the replaced text begins; it ends at the caret. */
  readonly from: number;
  readonly options: readonly ExpressionCompletion[];
}

/** What can stand at the caret: fields of the path before it, else fields, variables and functions in reach. */
export function completeExpression(text: string, caret: number, scope: ExpressionScope): Completions | undefined {
  const under = tokenize(text).find(({ from, to }) => from < caret && caret <= to);
  if (under?.type === 'comment' && caret < under.to) return undefined;
  const tokens = significantTokens(text.slice(0, caret));
  const last = tokens.at(-1);
  const isPartial = last !== undefined && last.to === caret && isWord(last);
  const typed = isPartial ? last : undefined;
  const place = isPartial ? tokens.length - 1 : tokens.length;
  const from = typed?.from ?? caret;
  const before = tokens[place - 1];
  const schemas = new PathSchemas(tokens, scope);
  if (typed?.type === 'string' || typed?.type === 'regex') {
    return stringCompletions({ tokens, place, typed, text, caret }, scope, schemas);
  }
  if (before?.text === '.') {
    return { from, options: fieldOptions(fieldsOf(schemas.endingAt(place - 2))) };
  }
  if (before !== undefined && isOperandEnd(before)) return undefined;
  const keys = isKeyPlace(tokens, place, schemas) ? targetKeys(text, from, caret, scope.target) : [];
  if (keys.length > 0) return { from, options: keys };
  return {
    from,
    options: [
      ...fieldOptions(fieldsOf(schemas.contextAt(place))),
      ...variableOptions(tokens, scope),
      ...functionOptions(),
    ],
  };
}

interface StringPlace {
  readonly tokens: readonly Token[];
  readonly place: number;
  readonly typed: Token;
  readonly text: string;
  readonly caret: number;
}

/** Inside quotes: a key of the result, or the name of a value map. */
function stringCompletions(
  { tokens, place, typed, text, caret }: StringPlace,
  scope: ExpressionScope,
  schemas: PathSchemas,
): Completions | undefined {
  const isClosed = typed.text.length > 1 && typed.text.endsWith(typed.text.charAt(0));
  if (isClosed) return undefined;
  const from = typed.from;
  if (tokens[place - 1]?.text === '(' && tokens[place - 2]?.text === '$valueMap') {
    const options = (scope.valueMaps ?? []).map((name) => ({
      label: `"${name}"`,
      kind: 'value-map' as const,
      detail: 'value map',
    }));
    return { from, options };
  }
  if (!isKeyPlace(tokens, place, schemas)) return undefined;
  const options = targetKeys(text, from, caret, scope.target);
  return options.length === 0 ? undefined : { from, options };
}

/** Behind `{` or a comma of an object. */
function isKeyPlace(tokens: readonly Token[], place: number, schemas: PathSchemas): boolean {
  const opener = schemas.enclosing(place);
  if (opener === undefined || tokens[opener]?.text !== '{') return false;
  const before = tokens[place - 1]?.text;
  return before === '{' || before === ',';
}

function fieldOptions(fields: readonly SchemaField[]): ExpressionCompletion[] {
  return fields.map(({ name, schema }) => ({
    label: name,
    kind: 'field',
    apply: pathName(name),
    detail: typeName(schema),
    ...(infoOf(schema) === undefined ? {} : { info: infoOf(schema) ?? '' }),
    boost: 2,
  }));
}

const infoOf = ({ title, description }: SchemaField['schema']): string | undefined => {
  const parts = [title, description].filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? undefined : parts.join(': ');
};

function variableOptions(tokens: readonly Token[], scope: ExpressionScope): ExpressionCompletion[] {
  const assigned = tokens.filter((token, index) => token.type === 'variable' && tokens[index + 1]?.text === ':=');
  const known = Object.entries(scope.variables ?? {}).map(([name, { detail, schema }]): ExpressionCompletion => ({
    label: `$${name}`,
    kind: 'variable',
    detail: detail ?? typeName(schema),
    boost: 1,
  }));
  const own = [...new Set(assigned.map(({ text }) => text))].map((label): ExpressionCompletion => ({
    label,
    kind: 'variable',
    detail: 'assigned above',
    boost: 1,
  }));
  return [...known, ...own];
}

function functionOptions(): ExpressionCompletion[] {
  const ours = mappingFunctions.map(({ name, parameters, summary, examples }) => ({
    label: `$${name}`,
    kind: 'function' as const,
    apply: `$${name}(`,
    detail: `(${parameters.join(', ')})`,
    info: `${summary}\n${examples[0].expression}`,
  }));
  const builtin = builtinFunctions.map(({ name, parameters, summary }) => ({
    label: `$${name}`,
    kind: 'function' as const,
    apply: `$${name}(`,
    detail: `(${parameters})`,
    info: summary,
    boost: -1,
  }));
  return [...ours, ...builtin];
}

const isWord = ({ type }: Token): boolean =>
  type === 'name' || type === 'variable' || type === 'keyword' || type === 'string' || type === 'regex';

const isOperandEnd = ({ type, text }: Token): boolean =>
  type === 'name' ||
  type === 'string' ||
  type === 'number' ||
  type === 'variable' ||
  (type === 'close' && text !== '}');
