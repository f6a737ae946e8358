import { anotherItem } from './another-item.ts';
import type { ConnectInput, Connection, ConnectionChoice } from './connection.ts';
import type { ConnectionWay } from './connection-way.ts';
import { connectionWays } from './connection-ways.ts';
import { containerChoices } from './container-choices.ts';
import { endsOf, type FieldEnds } from './field-ends.ts';
import { missingChildren } from './missing-children.ts';
import { nestedSource, type SourceReading } from './nested-source.ts';
import { objectsAround } from './objects-around.ts';
import { outlineEntries, readOutline, type OutlineEntry } from './outline.ts';
import { patchTarget, replaced } from './patch-target.ts';
import { isSingleValue, refusalOf } from './refusal-of.ts';
import { differing, fallback, secondSource } from './second-source.ts';
import { pathWithin } from './source-path.ts';
import { samePath } from '../same-path.ts';
import { isContainer } from './value-kind.ts';

/** Draws a line from a source field to a target field. Nothing that is written is lost unless a choice says so. */
export function connect(input: ConnectInput): Connection {
  const ends = endsOf(input);
  const decided = deciding(input, ends);
  if (decided !== undefined) return decided;
  const reason =
    input.target.length === 0
      ? 'Put the source on one of the fields of the result.'
      : refusalOf(ends.source.schema, ends.source.root, ends.target.schema, ends.target.root);
  if (reason !== undefined) return refuse(reason);
  const { ways, question } = connectionWays(input, ends, readingOf(input));
  const [first] = ways;
  if (first === undefined) return refuse(`There is no way to make ${ends.target.name} from ${ends.source.name}.`);
  const place = placed(input, first);
  if (place === undefined) return refuse(`The text does not build an object in which ${ends.target.name} has a place.`);
  if (place.taken !== undefined) return taken(input, ends, place.taken, ways);
  if (ways.length === 1 && first.key === 'as-it-is')
    return { kind: 'connected', edits: place.edits, caret: place.caret };
  const choices = ways.flatMap((way): ConnectionChoice[] => {
    const { key, label } = way;
    const here = placed(input, way);
    return here?.taken === undefined && here !== undefined
      ? [{ key, label, edits: here.edits, caret: here.caret }]
      : [];
  });
  return { kind: 'choose', question, choices };
}

const refuse = (reason: string): Connection => ({ kind: 'refused', reason });

/** A single value cannot fill what has fields of its own, but it can decide whether that is there. */
function deciding(input: ConnectInput, ends: FieldEnds): Connection | undefined {
  const { source, target } = ends;
  if (target.itemKind !== 'object' || !isSingleValue(source.schema, source.root)) return undefined;
  const entry = outlineEntries(readOutline(input.text).object).find(({ path }) => samePath(path, input.target));
  if (entry === undefined || readingOf(input).isMany) return undefined;
  const reading = pathWithin(objectsAround(input.text, input.target), input.source);
  const choices = containerChoices(input, ends, entry, reading);
  if (choices.length === 0) return undefined;
  return {
    kind: 'choose',
    question: `${target.name} has fields of its own. What should ${source.name} decide?`,
    choices,
  };
}

/** How the target would read the source. */
function readingOf(input: ConnectInput): SourceReading {
  let found: SourceReading | undefined;
  expressionOf(input, (reading) => {
    found = reading;
    return '';
  });
  return found ?? { expression: '', isMany: false, isWholeList: false, isListWanted: false };
}

const expressionOf = (input: ConnectInput, write: (reading: SourceReading) => string) =>
  nestedSource({ ...input, around: objectsAround(input.text, input.target) }, write);

interface Placed {
  readonly edits: ConnectionChoice['edits'];
  readonly caret: number;
  readonly taken?: OutlineEntry;
}

function placed(input: ConnectInput, { write }: ConnectionWay): Placed | undefined {
  const { path, expression } = expressionOf(input, write);
  const result = patchTarget(input.text, path, expression);
  if (result.kind === 'patch') return result.patch;
  return result.kind === 'taken' ? { edits: [], caret: 0, taken: result.entry } : undefined;
}

/** The field, or one around it, is already set. */
function taken(
  input: ConnectInput,
  { source, target }: FieldEnds,
  entry: OutlineEntry,
  ways: readonly ConnectionWay[],
): Connection {
  const choice = (key: string, label: string, text: string): ConnectionChoice => ({
    key,
    label,
    ...replaced(entry.value, text),
  });
  const written = ways.map((way) => ({ way, expression: expressionOf(input, way.write).expression }));
  const replacements = written.map(({ way, expression }) =>
    ways.length === 1
      ? choice('replace', `Replace what is there with ${source.name}`, expression)
      : choice(`replace ${way.key}`, `Replace what is there: ${lowerFirst(way.label)}`, expression),
  );
  const isHere = entry.path.length === input.target.length;
  const more = isHere ? missingChildren(input, { source, target }, entry) : undefined;
  const isValue = isHere && !isContainer(target.itemKind);
  const existing = input.text.slice(entry.value.from, entry.value.to);
  const plain = pathWithin(objectsAround(input.text, input.target), input.source);
  const [first] = written;
  const added = isValue && first !== undefined ? secondSource(existing, first.expression, { source, target }) : [];
  const picked = isValue ? written.filter(({ way }) => way.key.startsWith('pick')) : [];
  const another =
    isValue && ways.length === 1 && first !== undefined ? anotherItem(input, entry, first.expression) : undefined;
  return {
    kind: 'choose',
    question: isHere
      ? `${target.name} is already set. What should happen with ${source.name}?`
      : `${entry.name} is set as a whole, so ${target.name} has no place in it yet. What should happen?`,
    choices: [
      ...(more === undefined ? [] : [more]),
      ...replacements,
      ...added.map(({ key, label, text }) => choice(key, label, text)),
      ...picked.map(({ way, expression }) =>
        choice(
          `first-filled ${way.key}`,
          `Use ${lowerFirst(way.label)} when what is there is empty`,
          fallback(existing, expression),
        ),
      ),
      ...differing(existing, plain, { source, target }).map(({ key, label, text }) => choice(key, label, text)),
      ...(another === undefined ? [] : [another]),
    ],
  };
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
