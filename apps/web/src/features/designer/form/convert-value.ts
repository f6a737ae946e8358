import {
  escapeLiteral,
  expressionOf,
  isDataPath,
  literalParts,
  type FieldValue,
  type FieldValueKind,
} from '@throughline/core/flow/field-value';

/** Converts the value to another kind, as far as possible: a text that is not a path cannot become data. */
export function convertValue(from: FieldValue, kind: FieldValueKind): FieldValue {
  if (from.kind === kind) return from;
  if (from.value === '') return { kind, value: '' };
  switch (kind) {
    case 'expression':
      return { kind, value: expressionOf(from) };
    case 'data':
      return { kind, value: pathIn(from) ?? '' };
    case 'literal':
      return { kind, value: from.kind === 'data' ? `{{${from.value}}}` : literalFrom(String(from.value)) };
  }
}

function pathIn(from: FieldValue): string | undefined {
  if (from.kind !== 'literal') return isDataPath(from.value) ? from.value : undefined;
  const parts = typeof from.value === 'string' ? literalParts(from.value) : [];
  const [only] = parts;
  return parts.length === 1 && only !== undefined && 'data' in only ? only.data : undefined;
}

/** The quoted text, or the whole expression, because it was most likely meant as text. */
function literalFrom(expression: string): string {
  if (isDataPath(expression)) return `{{${expression}}}`;
  try {
    const parsed: unknown = JSON.parse(expression);
    if (typeof parsed === 'string') return escapeLiteral(parsed);
  } catch {
    // It is not a quoted text.
  }
  return escapeLiteral(expression);
}
