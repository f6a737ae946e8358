import type { JsonSchema } from '../../connector/json-schema.ts';

/**
 * The kind of text that a schema wants: its `format`. If it only has a pattern, the result is `decimal`, `currency` or
 * `country` when the pattern accepts such texts and none of our other probes, because canonical fields describe
 * themselves by pattern.
 */
export function formatOf({ format, pattern }: JsonSchema): string | undefined {
  if (format !== undefined || pattern === undefined) return format;
  const known = formats.get(pattern);
  if (known !== undefined) return known.format;
  const found = probe(pattern);
  if (formats.size > maxFormats) formats.clear();
  formats.set(pattern, { format: found });
  return found;
}

const formats = new Map<string, { readonly format: string | undefined }>();
const maxFormats = 1000;

const probes = {
  decimal: ['0', '12.5', '-3', '1200.50'],
  currency: ['GBP', 'EUR', 'JPY'],
  country: ['GB', 'DE', 'US'],
  date: ['2026-11-23', '1999-01-31'],
} as const;

/** Texts of no particular format. */
const others = ['', 'x', 'many', 'gbp', 'A text.', '1,200', 'GBPX'];

function probe(pattern: string): string | undefined {
  const expression = regexOf(pattern);
  if (expression === undefined || others.some((text) => expression.test(text))) return undefined;
  const taken = Object.entries(probes).filter(([, texts]) => texts.some((text) => expression.test(text)));
  const [first] = taken;
  return taken.length === 1 && first?.[1].every((text) => expression.test(text)) === true ? first[0] : undefined;
}

/** The pattern of a schema; undefined if JavaScript cannot parse it. */
export function regexOf(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    return undefined;
  }
}
