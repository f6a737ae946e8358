import { sourceExpression } from '../../fields/source-path.ts';
import { samePath } from '../../same-path.ts';
import type { Placed } from '../evidence/score-pair.ts';
import type { FieldShape } from '../shapes/record-shape.ts';
import type { SourceSide } from './record-side.ts';

/** The expression of the currency that belongs to an amount: the one next to it, or the one of the record around. */
export function currencyFor({ field, around }: Placed, { record, anchor, currency }: SourceSide): string | undefined {
  const all = record.fields.filter(isCurrency);
  const container = (field.around[0] ?? around[0])?.path ?? [];
  const next =
    all.find((other) => samePath(other.path.slice(0, -1), container)) ??
    all.find((other) => samePath(other.path.slice(0, -1), anchor?.path ?? []));
  return next === undefined ? currency : sourceExpression(next.path);
}

const isCurrency = ({ kind, names }: FieldShape): boolean =>
  kind === 'currency' || (kind === 'text' && names.some((words) => words[0]?.concept === 'currency'));
