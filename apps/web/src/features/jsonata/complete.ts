import { isTrivia, type Token } from '@throughline/core/mapping/syntax';
import type { ExpressionScope } from './expression-scope.ts';
import type { ExpressionCompletion } from './expression-completion.ts';
import { pathName, readTree } from '@throughline/core/mapping/fields';
import type { FunctionHelp } from './function-help.ts';
import { callWaitingAt, isKeyPlace, placeAtEnd, type Place } from './place-at-end.ts';
import { fieldsOf, typeName, type SchemaField } from '@throughline/core/mapping/schema-fields';
import { SchemaReader, type Environment } from './schema-reader.ts';
import { targetKeys } from './target-keys.ts';

export interface Completions {
  /** Offset at which the replaced text begins; it ends at the caret. */
  readonly from: number;
  readonly options: readonly ExpressionCompletion[];
}

/**
 * What can be inserted at the caret: fields of the path before it, or otherwise fields, variables and functions in
 * scope.
 */
export function completeExpression(
  text: string,
  caret: number,
  scope: ExpressionScope,
  functions: readonly FunctionHelp[],
): Completions | undefined {
  const before = text.slice(0, caret);
  const last = readTree(before).tokens.at(-1);
  if (last?.kind === 'comment' && !before.endsWith('*/')) return undefined;
  const typed = last !== undefined && isWord(last) ? last : undefined;
  const from = typed?.start ?? caret;
  const tree = readTree(text.slice(0, from));
  const place = placeAtEnd(tree, new SchemaReader(scope));
  if (typed?.kind === 'string') return stringCompletions({ text, from, caret }, place, scope);
  const previous = tree.tokens.findLast((token) => !isTrivia(token));
  if (previous?.kind === 'operator' && previous.value === '.') {
    return { from, options: fieldOptions(fieldsOf(place.environment.context)) };
  }
  if (typed?.kind === 'regex' || (previous !== undefined && isOperandEnd(previous))) return undefined;
  const keys = isKeyPlace(place) ? targetKeys(text, from, caret, scope.target) : [];
  if (keys.length > 0) return { from, options: keys };
  return {
    from,
    options: [
      ...fieldOptions(fieldsOf(place.environment.context)),
      ...variableOptions(place.environment, scope),
      ...functionOptions(functions),
    ],
  };
}

/** True if what is typed is already one of the options, so that taking it would change nothing. */
export const isWhole = ({ options }: Completions, typed: string): boolean =>
  options.some(({ label, apply = label }) => apply === typed);

interface TypedString {
  readonly text: string;
  readonly from: number;
  readonly caret: number;
}

/** Inside quotes: a key of the result, or the name of a value map. */
function stringCompletions(
  { text, from, caret }: TypedString,
  place: Place,
  scope: ExpressionScope,
): Completions | undefined {
  const isClosed = caret > from + 1 && text.charAt(caret - 1) === text.charAt(from);
  if (isClosed) return undefined;
  if (callWaitingAt(place) === 'valueMap') {
    const options = (scope.valueMaps ?? []).map((name) => ({
      label: `"${name}"`,
      kind: 'value-map' as const,
      detail: 'value map',
    }));
    return { from, options };
  }
  if (!isKeyPlace(place)) return undefined;
  const options = targetKeys(text, from, caret, scope.target);
  return options.length === 0 ? undefined : { from, options };
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

function variableOptions({ variables }: Environment, scope: ExpressionScope): ExpressionCompletion[] {
  const known = Object.entries(scope.variables ?? {}).map(([name, { detail, schema }]): ExpressionCompletion => ({
    label: `$${name}`,
    kind: 'variable',
    detail: detail ?? typeName(schema),
    boost: 1,
  }));
  const own = [...variables].map(([name, schema]): ExpressionCompletion => ({
    label: `$${name}`,
    kind: 'variable',
    detail: schema === undefined ? 'assigned above' : typeName(schema),
    boost: 1,
  }));
  return [...known, ...own];
}

function functionOptions(functions: readonly FunctionHelp[]): ExpressionCompletion[] {
  return functions.map(({ name, parameters, summary, example, isOurs }) => ({
    label: `$${name}`,
    kind: 'function',
    apply: `$${name}(`,
    detail: `(${parameters.join(', ')})`,
    info: `${summary}\n${example}`,
    ...(isOurs ? {} : { boost: -1 }),
  }));
}

const words: ReadonlySet<unknown> = new Set(['and', 'or', 'in']);

const isWord = ({ kind, value }: Token): boolean =>
  kind === 'name' ||
  kind === 'variable' ||
  kind === 'literal' ||
  kind === 'string' ||
  kind === 'regex' ||
  (kind === 'operator' && words.has(value));

/** An operator follows, so there is nothing to complete. */
const isOperandEnd = ({ kind, value }: Token): boolean =>
  kind === 'operator' ? value === ')' || value === ']' : kind !== 'end' && !isFunctionWord(value);

const isFunctionWord = (value: Token['value']): boolean => value === 'function' || value === 'λ';
