import type { JsonSchema } from '../../../connector/json-schema.ts';
import type { FieldKind } from '../shapes/field-kind.ts';

export interface ValueEvidence {
  /** 1 if the samples say nothing, more if they confirm the field, less if they contradict it. */
  readonly factor: number;
  readonly reason?: string;
}

const nothing: ValueEvidence = { factor: 1 };

const formats: Partial<Record<FieldKind, { readonly pattern: RegExp; readonly plural: string }>> = {
  currency: {
    pattern:
      /^(?:AED|AUD|BRL|CAD|CHF|CNY|CZK|DKK|EUR|GBP|HKD|HUF|ILS|INR|JPY|KRW|MXN|MYR|NOK|NZD|PLN|RON|SAR|SEK|SGD|THB|TRY|TWD|UAH|USD|ZAR)$/,
    plural: 'currencies',
  },
  country: { pattern: /^[A-Z]{2}$/, plural: 'countries' },
  email: { pattern: /^[^\s@]+@[^\s@]+\.[^\s@]+$/, plural: 'e-mail addresses' },
  date: { pattern: /^\d{4}-\d\d-\d\d$/, plural: 'dates' },
  instant: { pattern: /^\d{4}-\d\d-\d\dT\d\d:\d\d/, plural: 'points in time' },
  url: { pattern: /^(?:https?:\/\/|www\.)\S+$/i, plural: 'web addresses' },
  decimal: { pattern: /^-?\d+(?:\.\d+)?$/, plural: 'decimals' },
};

/** The kind of a source field, where its values show more than its schema: a text may hold only dates. */
export function seenKind(values: readonly unknown[], source: FieldKind, target: FieldKind): FieldKind {
  if (source !== 'text' && source !== 'any') return source;
  const wanted = target === 'number' ? 'decimal' : target;
  const format = formats[wanted];
  const texts = values.filter((value) => typeof value === 'string');
  const isSeen = format !== undefined && texts.length > 0 && texts.length === values.length;
  return isSeen && texts.every((text) => format.pattern.test(text)) ? wanted : source;
}

/** What the values of a source field say about a target field, before any conversion. */
export function valueEvidence(
  values: readonly unknown[],
  source: FieldKind,
  target: { readonly kind: FieldKind; readonly schema: JsonSchema },
): ValueEvidence {
  const texts = values.filter((value) => typeof value === 'string' && value !== '') as string[];
  if (texts.length === 0) return nothing;
  const choices = target.schema.enum;
  if (choices !== undefined) return choiceEvidence(texts, choices);
  const format = formats[target.kind];
  if (format !== undefined && (source === 'text' || source === 'any' || source === target.kind)) {
    const share = texts.filter((text) => format.pattern.test(text)).length / texts.length;
    if (share === 1) return { factor: 1.15, reason: `The values look like ${format.plural}.` };
    return share < 0.5 ? { factor: 0.4, reason: `The values do not look like ${format.plural}.` } : nothing;
  }
  const pattern = target.kind === 'text' || target.kind === 'id' ? target.schema.pattern : undefined;
  if (pattern === undefined || target.kind === 'id') return nothing;
  return texts.some((text) => matches(pattern, text))
    ? nothing
    : { factor: 0.5, reason: 'The values do not fit the field.' };
}

function choiceEvidence(texts: readonly string[], choices: readonly unknown[]): ValueEvidence {
  const known = new Set(choices.map((choice) => String(choice)));
  const share = texts.filter((text) => known.has(text)).length / texts.length;
  if (share === 1) return { factor: 1.2, reason: 'Every value is one of the allowed ones.' };
  return share > 0
    ? nothing
    : { factor: 0.9, reason: 'The values are not the allowed ones: a value map can translate them.' };
}

/** A schema's pattern is the text of a person, and may be no regular expression. */
function matches(pattern: string, text: string): boolean {
  try {
    return text.length > 500 || new RegExp(pattern, 'u').test(text);
  } catch {
    return true;
  }
}
