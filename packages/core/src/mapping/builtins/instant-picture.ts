import { EvaluationFailure } from '../engine/failure.ts';
import { readIntegerPicture, type IntegerPicture, type LetterCase } from './integer-picture.ts';

/** `[M01]` and the like in the picture of an instant, as defined for XPath's `format-dateTime`. */
export interface ComponentPart {
  /** One letter; `Y M D d F W w X x H h m s f P Z z C E` have a meaning. */
  readonly component: string;
  /** Set when the component is written as a name. */
  readonly names: LetterCase | undefined;
  /** NaN if the width is not a number. */
  readonly maxWidth: number | undefined;
  readonly number: IntegerPicture | undefined;
  /** For a year, the number of its last digits that are written; -1 means all. */
  readonly yearDigits: number;
  /** `t` was written: an offset of zero is shown as `Z`. */
  readonly isTraditional: boolean;
}

/** Literal texts are kept as they are. */
export type InstantPart = string | ComponentPart;

/** @throws EvaluationFailure `D3135` for an unclosed bracket, `D3132` for an unknown component, `D3131` */
export function readInstantPicture(picture: string): InstantPart[] {
  const parts: InstantPart[] = [];
  const addText = (text: string): void => {
    if (text !== '') parts.push(text.replaceAll(']]', ']'));
  };
  let from = 0;
  for (let open = picture.indexOf('['); open >= 0; open = picture.indexOf('[', from)) {
    addText(picture.slice(from, open));
    if (picture.charAt(open + 1) === '[') {
      addText('[');
      from = open + 2;
      continue;
    }
    const close = picture.indexOf(']', open);
    if (close < 0) throw new EvaluationFailure('D3135', 'The picture has a [ without its ].', { value: picture });
    const part = readMarker(picture.slice(open + 1, close).replaceAll(/\s+/g, ''));
    const before = parts.at(-1);
    // Adjacent digits can only be separated by their number.
    if (isNumberPart(part) && typeof before === 'object' && before.number !== undefined) {
      before.number.readWidth = before.number.mandatoryDigits;
    }
    parts.push(part);
    from = close + 1;
  }
  addText(picture.slice(from));
  return parts;
}

const numberComponents = 'YMDdFWwXxHhmsf';

function isNumberPart({ component, number }: ComponentPart): boolean {
  return number !== undefined && numberComponents.includes(component);
}

const defaultPresentations: ReadonlyMap<string, string> = new Map([
  ...Array.from('YMDdWwXxHhf', (component) => [component, '1'] as const),
  ...Array.from('FPCE', (component) => [component, 'n'] as const),
  ...Array.from('ms', (component) => [component, '01'] as const),
  ...Array.from('Zz', (component) => [component, '01:01'] as const),
]);

/** A marker without its brackets: component, presentation, then a comma and the widths. */
function readMarker(marker: string): ComponentPart {
  const component = marker.charAt(0);
  const comma = marker.lastIndexOf(',');
  // A comma right at the start is read as both the component and its presentation, as in the reference.
  const written = comma < 0 ? marker.slice(1) : marker.substring(1, comma);
  const hasModifier = written.length > 1 && 'atco'.includes(written.slice(-1));
  const modifier = hasModifier ? written.slice(-1) : '';
  const presentation =
    written === '' ? defaultPresentations.get(component) : hasModifier ? written.slice(0, -1) : written;
  if (presentation === undefined) {
    throw new EvaluationFailure('D3132', `Pictures of instants have no component "${component}".`, {
      value: component,
    });
  }
  const [minWidth, maxWidth] = comma < 0 ? [] : readWidths(marker.slice(comma + 1));
  const names = namesOf(presentation);
  const number = numberOf(component, names, presentation, modifier);
  if (number !== undefined && minWidth !== undefined && numberComponents.includes(component)) {
    if (number.mandatoryDigits < minWidth) number.mandatoryDigits = minWidth;
  }
  const yearDigits = component === 'Y' && number !== undefined ? yearDigitsOf(number, maxWidth) : -1;
  return { component, names, maxWidth, number, yearDigits, isTraditional: modifier === 't' };
}

function readWidths(text: string): [min: number | undefined, max: number | undefined] {
  const dash = text.indexOf('-');
  return dash < 0 ? [readWidth(text), undefined] : [readWidth(text.slice(0, dash)), readWidth(text.slice(dash + 1))];
}

function readWidth(text: string): number | undefined {
  return text === '*' ? undefined : Number.parseInt(text);
}

function namesOf(presentation: string): LetterCase | undefined {
  if (presentation.startsWith('n')) return 'lower';
  if (!presentation.startsWith('N')) return undefined;
  return presentation.charAt(1) === 'n' ? 'title' : 'upper';
}

function numberOf(
  component: string,
  names: LetterCase | undefined,
  presentation: string,
  modifier: string,
): IntegerPicture | undefined {
  if (component === 'Z' || component === 'z') return readIntegerPicture(presentation);
  if (names !== undefined || !numberComponents.includes(component)) return undefined;
  return readIntegerPicture(modifier === '' ? presentation : `${presentation};${modifier}`);
}

function yearDigitsOf(number: IntegerPicture, maxWidth: number | undefined): number {
  if (maxWidth !== undefined) {
    number.mandatoryDigits = maxWidth;
    return maxWidth;
  }
  const digits = number.mandatoryDigits + number.optionalDigits;
  return digits >= 2 ? digits : -1;
}
