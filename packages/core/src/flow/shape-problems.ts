import type { z } from 'zod';
import { fieldLabel } from './field-label.ts';
import { isFieldValue } from './field-value.ts';
import type { Problem, ProblemCode } from './problem.ts';
import { escapePointer } from './steps/step-kind.ts';
import { currentFormats } from './upgrades.ts';

type Issue = z.core.$ZodIssue;

/** Nobody reads more problems than this. The rest appear once these are fixed. */
const maxProblems = 200;

/** Turns zod's findings into problems, each with a pointer and a sentence that says what was found and what to do. */
export function shapeProblems(error: z.ZodError, input: unknown, what: 'flow' | 'mapping' | 'value map'): Problem[] {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    const message = `This is not a ${what} document: it has to be a JSON object with "format": ${currentFormats[what]}.`;
    return [{ pointer: '', code: 'NOT_A_DOCUMENT', severity: 'error', message }];
  }
  return error.issues
    .slice(0, maxProblems)
    .flatMap((issue) => problemsOf(issue, input, []))
    .map(({ path, ...problem }) => {
      const stepId = what === 'flow' ? stepAt(input, path)?.id : undefined;
      return { ...problem, pointer: pointerOf(path), ...(stepId === undefined ? {} : { stepId }) };
    });
}

/**
 * Shortens a problem's sentence for a reader who already sees it at its field: `"Key" of "Look up" is not filled in
 * yet.` becomes `Not filled in yet.`
 */
export function sentenceAtField({ pointer, message }: Problem, input: unknown): string {
  const place = placeOf(pointer.split('/').slice(1).map(unescapePointer), input);
  if (!message.startsWith(place)) return message;
  const rest = message.slice(place.length).replace(/^(:| is)? /, '');
  return `${rest.charAt(0).toUpperCase()}${rest.slice(1)}`;
}

const unescapePointer = (token: string): string => token.replaceAll('~1', '/').replaceAll('~0', '~');

interface Finding {
  readonly path: readonly PropertyKey[];
  readonly code: ProblemCode;
  readonly severity: 'error';
  readonly message: string;
}

interface StepPlace {
  readonly id: string | undefined;
  readonly name: string | undefined;
  /** How many parts of the path lead to the step. */
  readonly length: number;
}

/** The innermost object on the path that has an id and a kind. */
function stepAt(input: unknown, path: readonly PropertyKey[]): StepPlace | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const value = valueAt(input, path.slice(0, length));
    if (typeof value !== 'object' || value === null || !('id' in value) || !('kind' in value)) continue;
    const { id } = value;
    const name = 'name' in value && typeof value.name === 'string' ? value.name : undefined;
    return { id: typeof id === 'string' ? id : undefined, name, length };
  }
  return undefined;
}

function problemsOf(issue: Issue, input: unknown, before: readonly PropertyKey[]): Finding[] {
  const path = [...before, ...issue.path];
  const nearest = issue.code === 'invalid_union' ? nearestOption(issue.errors) : undefined;
  if (nearest !== undefined) return nearest.flatMap((inner) => problemsOf(inner, input, path));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...path, key],
      code: 'UNKNOWN_FIELD_IN_DOCUMENT',
      severity: 'error',
      message: `${placeOf(path, input)} has no field "${key}". Remove it, or check its spelling.`,
    }));
  }
  if (isMissingIdentity(path, input)) {
    const message =
      'A write needs an external id, or a repetition would make a second record. Give the expression of its own key.';
    return [{ path, code: 'MISSING_IDENTITY', severity: 'error', message }];
  }
  const code = isNotFilledIn(issue, path, input) ? 'NOT_FILLED_IN' : 'SHAPE';
  return [{ path, code, severity: 'error', message: sentenceOf(issue, path, input) }];
}

/** Nothing is wrong with the field but that it is empty, or absent where it has to be. */
function isNotFilledIn(issue: Issue, path: readonly PropertyKey[], input: unknown): boolean {
  const found = valueAt(input, path);
  return found === '' || (found === undefined && issue.code !== 'custom');
}

function isMissingIdentity(path: readonly PropertyKey[], input: unknown): boolean {
  const [config, identity, externalId] = path.slice(path.lastIndexOf('config'));
  if (config !== 'config' || identity !== 'identity') return false;
  if (externalId !== undefined && externalId !== 'externalId') return false;
  const value = valueAt(input, path);
  return value === undefined || (typeof value === 'string' && value.trim() === '');
}

/**
 * Of a union, this picks the option with the deepest findings, because that is most likely the one the author meant.
 */
function nearestOption(options: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const depthOf = (issues: readonly Issue[]): number => Math.max(0, ...issues.map(({ path }) => path.length));
  const nearest = options.toSorted((a, b) => depthOf(b) - depthOf(a) || a.length - b.length)[0];
  return nearest !== undefined && depthOf(nearest) > 0 ? nearest : undefined;
}

function sentenceOf(issue: Issue, path: readonly PropertyKey[], input: unknown): string {
  const place = placeOf(path, input);
  const found = valueAt(input, path);
  if (isNotFilledIn(issue, path, input)) {
    return found === '' ? `${place} is not filled in yet. Fill it in.` : `${place} is missing. Add it.`;
  }
  switch (issue.code) {
    case 'invalid_type':
      return `${place} has to be ${nameOf(issue.expected)}, not ${nameOf(typeOf(found))}.`;
    case 'invalid_value':
      return `${place} has to be ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}, not ${show(found)}.`;
    case 'invalid_union':
      return `${place} is ${show(found)}, which is not one of the possible kinds${choices(issue)}.`;
    case 'too_small':
      return issue.origin === 'array' || issue.origin === 'string'
        ? `${place} is too short: ${issue.message}.`
        : `${place} has to be at least ${String(issue.minimum)}.`;
    case 'too_big':
      return issue.origin === 'array' || issue.origin === 'string'
        ? `${place} is longer than ${String(issue.maximum)} ${issue.origin === 'array' ? 'items' : 'characters'}.`
        : `${place} has to be at most ${String(issue.maximum)}.`;
    default:
      return `${place}: ${issue.message}.`;
  }
}

const choices = (issue: Issue): string =>
  'options' in issue && Array.isArray(issue.options) && issue.options.length > 0
    ? ` (${issue.options.map((option) => String(option)).join(', ')})`
    : '';

/** `"Rules › TOO_SMALL › Must hold" of "Check deal"`, or the path where there is no form: `"tests[0].name"`. */
function placeOf(whole: readonly PropertyKey[], input: unknown): string {
  const path = isInField(whole, input) ? whole.slice(0, -1) : whole;
  const step = stepAt(input, path);
  if (step?.name !== undefined) {
    const owner = valueAt(input, path.slice(0, step.length));
    return labelled(owner, path.slice(step.length), `"${step.name}"`) ?? `The step "${step.name}"`;
  }
  const [first, ...rest] = path;
  if (first === 'trigger') return labelled(valueAt(input, [first]), rest, 'the trigger') ?? 'The trigger';
  if (first === 'settings') return labelled(valueAt(input, [first]), rest, 'the flow settings') ?? 'The flow settings';
  const text = path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
  return text === '' ? 'The document' : `"${text}"`;
}

/** The label of the field on its form; undefined for the whole document. */
function labelled(owner: unknown, path: readonly PropertyKey[], ownerName: string): string | undefined {
  const below = path[0] === 'config' ? path.slice(1) : path;
  return below.length === 0 ? undefined : `"${fieldLabel(owner, pointerOf(path)).join(' › ')}" of ${ownerName}`;
}

/** People know the field, not that the format keeps its text in `value`. */
function isInField(path: readonly PropertyKey[], input: unknown): boolean {
  const holder = valueAt(input, path.slice(0, -1));
  return path.at(-1) === 'value' && typeof holder === 'object' && holder !== null && isFieldValue(holder);
}

const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${escapePointer(String(part))}`).join('');

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) => (typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined),
    input,
  );
}

const typeOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  record: 'an object',
  array: 'a list',
  null: 'null',
};

const nameOf = (type: string): string => typeNames[type] ?? type;

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
