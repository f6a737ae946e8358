import type { ConnectInput } from './connection.ts';
import type { ConnectionWay } from './connection-way.ts';
import { conversionOf, type Conversion } from './conversion-of.ts';
import { currencyReadings } from './currency-readings.ts';
import type { FieldEnds } from './field-ends.ts';
import { groupWays } from './group-ways.ts';
import { kindName } from './kind-name.ts';
import { reductionsOf } from './many-to-one.ts';
import type { SourceReading } from './nested-source.ts';
import type { OutlineObject } from './outline.ts';
import { joinedReading } from './joined-reading.ts';
import { joinsOf } from './joins-of.ts';
import { objectsAround } from './objects-around.ts';
import { pairChildren } from './pair-children.ts';
import { pickWays } from './pick-ways.ts';
import { isContainer } from './value-kind.ts';

export interface ConnectionWays {
  readonly question: string;
  /** The most likely one first; none if nothing can be written. */
  readonly ways: readonly ConnectionWay[];
}

/** How a source can be written into a target, whatever the target holds now. */
export function connectionWays(input: ConnectInput, ends: FieldEnds, reading: SourceReading): ConnectionWays {
  const { source, target } = ends;
  if (reading.isMany && !reading.isListWanted) return reduced(input, ends);
  if (isContainer(source.itemKind) && isContainer(target.itemKind) && source.itemKind !== target.itemKind)
    return containers(input, ends, reading);
  if (source.itemKind === 'object' && target.itemKind === 'object') return containers(input, ends, reading);
  return values(input, ends, reading);
}

function reduced(input: ConnectInput, ends: FieldEnds): ConnectionWays {
  const { source, target } = ends;
  const around = objectsAround(input.text, input.target);
  const reductions = reductionsOf(ends).map(({ key, label, write }): ConnectionWay => ({
    key,
    label,
    write: (read) => write(read.expression),
  }));
  return {
    question: `${source.name} has several values, and ${target.name} takes one. Which one should it be?`,
    ways: [...joinedWays(input, ends, around), ...reductions, ...pickWays(input, ends, around)],
  };
}

/** The value of the record that belongs to the item around the field. A yes that is not found is a no. */
function joinedWays(
  { source: path, sourceSchema }: ConnectInput,
  { source, target }: FieldEnds,
  around: readonly OutlineObject[],
): ConnectionWay[] {
  const joined = joinedReading({ source: path, around, joins: joinsOf(sourceSchema) });
  const conversion = conversionOf(source.itemKind, target.itemKind);
  if (joined === undefined || conversion === 'unknown') return [];
  const { join, expression } = joined;
  const isFlag = source.itemKind === 'boolean' && target.itemKind === 'boolean';
  const written = conversion === undefined ? expression : conversion.write(expression);
  return [
    {
      key: 'joined',
      label: `The one whose ${join.key} is the ${join.id} of this item`,
      write: () => (isFlag ? `${expression} = true` : written),
    },
  ];
}

function containers(input: ConnectInput, ends: FieldEnds, reading: SourceReading): ConnectionWays {
  const { source, target } = ends;
  const indentation = '  '.repeat(input.target.length + (input.text.trimStart().startsWith('(') ? 1 : 0));
  const isEach = reading.isMany && reading.isListWanted;
  const pairs = pairChildren(isEach ? '$' : reading.expression, source, target, indentation);
  const amount =
    pairs.paired === pairs.total ? `all ${pairs.total} fields` : `${pairs.paired} of ${pairs.total} fields`;
  const wrap =
    (object: string) =>
    ({ expression, isListWanted }: SourceReading): string => {
      if (isEach) return `[${expression}.${object}]`;
      return isListWanted ? `[${object}]` : object;
    };
  const each = isEach ? 'Each item' : isListWantedOnce(reading) ? 'A list with this one' : 'Field by field';
  const ways: ConnectionWay[] = [];
  if (pairs.paired > 0) {
    const completeness = pairs.paired === pairs.total ? 'complete' : 'partial';
    ways.push({
      key: 'pair',
      label: `${each}, with ${amount} of the same name (${completeness})`,
      write: wrap(pairs.expression),
    });
  }
  if (isEach) ways.push({ key: 'each', label: 'Each item, with fields that you map yourself', write: wrap('{}') });
  ways.push({ key: 'copy', label: 'As it is, with all its fields', write: copied });
  if (isEach) ways.push(...groupWays(source, target, indentation));
  return { question: `${source.name} and ${target.name} both have fields of their own. How are they connected?`, ways };
}

const isListWantedOnce = ({ isListWanted, isMany }: SourceReading): boolean => isListWanted && !isMany;

const copied = ({ expression, isListWanted, isWholeList }: SourceReading): string =>
  isListWanted && !isWholeList ? `[${expression}]` : expression;

function values(input: ConnectInput, ends: FieldEnds, reading: SourceReading): ConnectionWays {
  const { source, target } = ends;
  const asItIs: ConnectionWay = { key: 'as-it-is', label: 'Map it as it is', write: copied };
  const conversions = conversionsFor(input, ends, reading);
  return {
    question: `${source.name} is ${kindName(source.itemKind)}, and ${target.name} takes ${kindName(target.itemKind)}. How should it be written?`,
    ways: [
      ...conversions.map(({ label, write }, index): ConnectionWay => ({
        key: index === 0 ? 'convert' : `convert-${index + 1}`,
        label,
        write: (read) => converted(read, write),
      })),
      asItIs,
    ],
  };
}

function converted({ expression, isMany, isListWanted }: SourceReading, write: Conversion['write']): string {
  if (!isListWanted) return write(expression);
  return isMany ? `[${expression}.${write('$')}]` : `[${write(expression)}]`;
}

function conversionsFor(input: ConnectInput, { source, target }: FieldEnds, reading: SourceReading): Conversion[] {
  if (target.itemKind !== 'money' || source.itemKind === 'money' || source.itemKind === 'any') {
    const conversion = conversionOf(source.itemKind, target.itemKind);
    return conversion === undefined || conversion === 'unknown' ? [] : [conversion];
  }
  return currencyReadings(input, reading.expression).flatMap((currency) => {
    const conversion = conversionOf(source.itemKind, 'money', currency);
    return conversion === undefined || conversion === 'unknown' ? [] : [conversion];
  });
}
