import { EvaluationFailure } from '../engine/failure.ts';
import { dayNames, monthNames } from './calendar-names.ts';
import { foldCase } from './fold-case.ts';
import type { ComponentPart, InstantPart } from './instant-picture.ts';
import type { IntegerPicture } from './integer-picture.ts';
import { exactly, inSequence, literal, once, oneOrMore, unit, type Part } from './match-parts.ts';
import { wordValues } from './number-words.ts';
import { readInteger } from './read-integer.ts';
import { unsupportedPicture } from './write-integer.ts';

export interface InstantPartReader {
  /** Matches case-folded text. */
  readonly part: Part;
  readonly component?: string;
  /** Gets the original text; undefined for an unknown name. */
  readonly read?: (text: string) => number | undefined;
}

/** @throws EvaluationFailure `D3130`, `D3133` for components that can be neither written nor read */
export function instantPartReader(part: InstantPart): InstantPartReader {
  if (typeof part === 'string') return { part: once(literal(foldCase(part))) };
  const { component, number } = part;
  if (component === 'Z' || component === 'z') return zoneReader(part);
  if (component === 'f') return { component, part: digits, read: readFraction };
  return number === undefined ? nameReader(part) : { component, ...numberReader(number) };
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isCapital = (code: number): boolean => code >= 0x41 && code <= 0x5a;
const digits = oneOrMore(unit(isDigit));

const readFraction = (text: string): number => Number.parseFloat(`0.${text.slice(0, 3)}`) * 1000;

/** Minutes east of UTC. */
function zoneReader({ component, number }: ComponentPart): InstantPartReader {
  const separator = number !== undefined && number.groupSize > 0 ? number.separators[0]?.character : undefined;
  const parts = [once(literal('+', '-')), digits];
  if (component === 'z') parts.unshift(once(literal('GMT')));
  if (separator !== undefined) parts.push(once(literal(foldCase(separator))), digits);
  const read = (text: string): number => readOffset(component === 'z' ? text.slice(3) : text, separator);
  return { component, part: inSequence(...parts), read };
}

function readOffset(text: string, separator: string | undefined): number {
  if (separator === undefined && text.length <= 3) return Number.parseInt(text) * 60;
  const at = separator === undefined ? 3 : Math.max(0, text.indexOf(separator));
  const minutes = text.slice(separator === undefined ? at : text.indexOf(separator) + 1);
  return Number.parseInt(text.slice(0, at)) * 60 + Number.parseInt(minutes);
}

function nameReader({ component, maxWidth }: ComponentPart): InstantPartReader {
  const names = namesOf(component);
  if (names === undefined) {
    throw new EvaluationFailure('D3133', `The component ${component} has no names, only numbers.`, {
      value: component,
    });
  }
  const width = component === 'P' ? undefined : maxWidth || undefined;
  // If several names are equal once they are cut, the last one counts.
  const values = new Map(names.map(([name, value]) => [name.slice(0, width), value] as const));
  return { component, part: oneOrMore(unit(isCapital)), read: (text) => values.get(text) };
}

function namesOf(component: string): ReadonlyArray<readonly [string, number]> | undefined {
  switch (component) {
    case 'M':
    case 'x':
      return monthNames.map((name, index) => [name, index + 1]);
    case 'F':
      return dayNames.map((name, index) => [name, index + 1]);
    case 'P':
      return [
        ['am', 0],
        ['AM', 0],
        ['pm', 1],
        ['PM', 1],
      ];
    default:
      return undefined;
  }
}

const words = literal(...Array.from(wordValues.keys(), (word) => word.toUpperCase()), 'AND', '-', ',', ' ');

function numberReader(picture: IntegerPicture): InstantPartReader {
  const read = (text: string): number => readInteger(text, picture);
  switch (picture.style) {
    case 'letters':
      return { part: oneOrMore(unit(isCapital)), read };
    case 'roman':
      return { part: oneOrMore(unit((code) => 'MDCLXVI'.includes(String.fromCharCode(code)))), read };
    case 'words':
      return { part: oneOrMore(words), read };
    case 'decimal': {
      const number = picture.readWidth ? exactly(picture.readWidth, isDigit) : digits;
      return { part: picture.isOrdinal ? inSequence(number, once(literal('TH', 'ST', 'ND', 'RD'))) : number, read };
    }
    case 'sequence':
      throw unsupportedPicture(picture);
  }
}
