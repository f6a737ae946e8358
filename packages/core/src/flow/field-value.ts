import { z } from 'zod';

/*
 * A field of a step is a literal, a path to data, or an expression. The document says which, so that a text is never
 * mistaken for code.
 */

/** A path such as `` $steps.readDeal.lines[0].`Unit price` ``: one variable, then names and positions. */
const pathPattern = '\\$[a-z][A-Za-z0-9]*(?:\\.(?:[\\p{L}_][\\p{L}\\p{N}_]*|`[^`]+`)|\\[-?\\d{1,6}\\])*';
const wholePath = new RegExp(`^${pathPattern}$`, 'u');
const insertOrEscape = new RegExp(`\\\\\\{\\{|\\{\\{\\s*(${pathPattern})\\s*\\}\\}`, 'gu');

export const isDataPath = (text: string): boolean => wholePath.test(text);

/** A piece of a literal: text as it is, or a path whose value is inserted. */
export type LiteralPart = { readonly text: string } | { readonly data: string };

/** Splits a literal at its inserts `{{$trigger.Name}}`; `\{{` stands for two braces. */
export function literalParts(literal: string): LiteralPart[] {
  const parts: LiteralPart[] = [];
  let text = '';
  let at = 0;
  for (const match of literal.matchAll(insertOrEscape)) {
    text += literal.slice(at, match.index);
    at = match.index + match[0].length;
    const [, path] = match;
    if (path === undefined) text += '{{';
    else {
      if (text !== '') parts.push({ text });
      parts.push({ data: path });
      text = '';
    }
  }
  text += literal.slice(at);
  return text === '' ? parts : [...parts, { text }];
}

/** The literal that stands for a text exactly as it is. */
export const escapeLiteral = (text: string): string => text.replaceAll('{{', '\\{{');

const hasBrokenInsert = (literal: string): boolean => literal.replaceAll(insertOrEscape, '').includes('{{');

const maxLength = 20_000;
const brokenInsert = 'Between {{ and }} put a path such as $trigger.Name, or write \\{{ for two braces';

const literalText = z
  .string()
  .min(1, 'Something is needed here')
  .max(maxLength)
  .refine((text) => !hasBrokenInsert(text), brokenInsert);

const valueUnion = z.discriminatedUnion('kind', [
  /** The text itself, with data inserted; or true or false. */
  z.strictObject({ kind: z.literal('literal'), value: z.union([z.boolean(), literalText]) }),
  z.strictObject({
    kind: z.literal('data'),
    value: z
      .string()
      .trim()
      .min(1, 'A path is needed')
      .max(maxLength)
      .refine(isDataPath, 'Use a path such as $trigger.Name, or make the field an expression'),
  }),
  z.strictObject({
    kind: z.literal('expression'),
    value: z.string().trim().min(1, 'An expression is needed').max(maxLength),
  }),
]);

export type FieldValue = z.output<typeof valueUnion>;
export type FieldValueKind = FieldValue['kind'];

const kinds: readonly unknown[] = ['literal', 'data', 'expression'] satisfies FieldValueKind[];

/** Distinguishes a field's value from the other objects of a config, even when it is not filled in yet. */
export const isFieldValue = (input: object): input is FieldValue =>
  'kind' in input && kinds.includes(input.kind) && 'value' in input && Object.keys(input).length === 2;

/** A plain text is an expression, so that hand-written documents stay short. */
export const fieldValueSchema = z.preprocess(
  (input) => (typeof input === 'string' ? { kind: 'expression', value: input } : input),
  valueUnion,
) as unknown as z.ZodType<FieldValue, FieldValue | string>;

/** The JSONata expression that evaluates a field. */
export function expressionOf(field: FieldValue): string {
  if (field.kind !== 'literal') return field.value;
  if (typeof field.value === 'boolean') return String(field.value);
  const parts = literalParts(field.value);
  const [first] = parts;
  if (parts.length <= 1 && (first === undefined || 'text' in first)) return JSON.stringify(first?.text ?? '');
  const pieces = parts.map((part) =>
    'text' in part ? JSON.stringify(part.text) : `(${part.data} = null ? "" : ${part.data})`,
  );
  // Joining makes the result a text even when it consists of a single insert.
  return [...pieces, ...(pieces.length === 1 ? ['""'] : [])].join(' & ');
}

export const literal = (value: string | boolean): FieldValue => ({ kind: 'literal', value });
export const data = (value: string): FieldValue => ({ kind: 'data', value });
export const expression = (value: string): FieldValue => ({ kind: 'expression', value });
