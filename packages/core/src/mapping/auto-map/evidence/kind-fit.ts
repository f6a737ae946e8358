import type { JsonSchema } from '../../../connector/json-schema.ts';
import type { Unit } from '../../../canonical/parts/unit.ts';
import type { FieldKind } from '../shapes/field-kind.ts';

/** How a value becomes one of another kind. `$` stands for nothing here: the function gets the value's expression. */
export interface KindFit {
  /** 0 if it does not fit at all. */
  readonly factor: number;
  /** The conversion, with a reason for people. */
  readonly conversion?: Conversion;
}

export interface Conversion {
  /** `currency` is the expression of the currency that belongs to an amount. */
  readonly write: (value: string, currency: string) => string;
  readonly needsCurrency?: true;
  readonly reason: string;
}

interface Typed {
  readonly kind: FieldKind;
  readonly unit: Unit | undefined;
  readonly schema: JsonSchema;
}

/** How well values of a source field fit a target field, and what has to be done to them. */
export function kindFit(source: Typed, target: Typed): KindFit {
  const unit = unitConversion(source, target);
  if (unit !== undefined) return unit;
  if (source.kind === target.kind)
    return source.kind === 'choice' ? choiceFit(source.schema, target.schema) : { factor: 1 };
  return fits[target.kind](source.kind);
}

const calling = (name: string, reason: string, factor: number): KindFit => ({
  factor,
  conversion: { write: (value) => `$${name}(${value})`, reason },
});
const as = (factor: number): KindFit => ({ factor });
const none: KindFit = { factor: 0 };

const amountOf: KindFit = {
  factor: 0.9,
  conversion: { write: (value) => `${value}.amount`, reason: 'Takes the amount without its currency.' },
};
const withCurrency: KindFit = {
  factor: 0.97,
  conversion: {
    write: (value, currency) => `$money(${value}, ${currency})`,
    needsCurrency: true,
    reason: 'Becomes money, with the currency next to it.',
  },
};
const asNumber = calling('number', 'Text becomes a number.', 0.95);
const asText = calling('string', 'Becomes text.', 0.8);

const textual: ReadonlySet<FieldKind> = new Set(['text', 'url', 'email', 'choice', 'id', 'currency', 'country']);
const code: ReadonlySet<FieldKind> = new Set(['text', 'choice', 'currency', 'country']);

type Fits = { readonly [Kind in FieldKind]: (source: FieldKind) => KindFit };

const fits: Fits = {
  any: () => as(0.8),
  boolean: (source) => (source === 'any' ? as(0.8) : none),
  choice: (source) => (source === 'any' ? as(0.85) : source === 'text' ? as(0.85) : none),
  country: (source) => (source === 'text' || source === 'any' ? as(0.8) : none),
  currency: (source) => (source === 'text' || source === 'any' ? as(0.85) : none),
  date: (source) =>
    source === 'instant'
      ? calling('date', 'The time of day is left out.', 0.85)
      : source === 'text' || source === 'any'
        ? calling('date', 'Text becomes a date.', 0.75)
        : none,
  decimal: (source) =>
    source === 'number'
      ? calling('decimal', 'Number becomes a decimal text.', 1)
      : source === 'money'
        ? amountOf
        : source === 'text' || source === 'any'
          ? calling('decimal', 'Becomes a decimal text.', 0.7)
          : none,
  email: (source) => (source === 'text' || source === 'any' ? as(0.9) : none),
  id: (source) => (source === 'any' ? as(0.9) : code.has(source) ? as(0.5) : source === 'number' ? asText : none),
  instant: (source) =>
    source === 'date' || source === 'text' || source === 'any'
      ? calling('instant', 'Becomes a point in time.', 0.75)
      : none,
  list: (source) => (source === 'any' ? as(0.4) : none),
  money: (source) => (source === 'number' || source === 'decimal' ? withCurrency : source === 'any' ? as(0.7) : none),
  number: (source) =>
    source === 'decimal'
      ? asNumber
      : source === 'money'
        ? {
            factor: 0.95,
            conversion: {
              write: (value) => `$number(${value}.amount)`,
              reason: 'Takes the amount, without its currency, as a number.',
            },
          }
        : source === 'any'
          ? as(0.8)
          : source === 'text'
            ? { ...asNumber, factor: 0.5 }
            : none,
  text: (source) =>
    source === 'id'
      ? as(0.5)
      : textual.has(source) || source === 'decimal' || source === 'any'
        ? as(0.95)
        : source === 'date' || source === 'instant'
          ? as(0.8)
          : source === 'number'
            ? asText
            : source === 'money'
              ? amountOf
              : none,
  url: (source) => (source === 'text' || source === 'any' ? as(0.95) : none),
};

function unitConversion(source: Typed, target: Typed): KindFit | undefined {
  const [from, to] = [source.kind === 'money' ? 'major' : source.unit, target.unit];
  if (to === 'minor' && source.kind === 'money') return calling('minorUnits', 'Money becomes a number of cents.', 0.97);
  if (from === 'minor' && target.kind === 'money') {
    const write = (value: string, currency: string): string => `$fromMinorUnits(${value}, ${currency})`;
    return { factor: 0.97, conversion: { write, needsCurrency: true, reason: 'Cents become money.' } };
  }
  const isMoney = source.kind === 'money' && target.kind === 'money';
  if (from === to || from === undefined || to === undefined || isMoney) return undefined;
  if (from === 'hour' && to === 'minute') return calling('hoursToMinutes', 'Hours become minutes.', 0.97);
  if (from === 'minute' && to === 'hour') return calling('minutesToHours', 'Minutes become hours.', 0.97);
  return { factor: 0.2 };
}

/** Two lists of allowed values that have nothing in common need a value map. */
function choiceFit(source: JsonSchema, target: JsonSchema): KindFit {
  const allowed = new Set(target.enum);
  return { factor: source.enum?.some((value) => allowed.has(value)) === true ? 1 : 0.85 };
}
