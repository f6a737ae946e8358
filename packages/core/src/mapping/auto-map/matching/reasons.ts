import type { KindFit } from '../evidence/kind-fit.ts';
import type { NameMatch } from '../evidence/name-evidence.ts';
import type { ValueEvidence } from '../evidence/value-format.ts';
import type { EarlierPair } from '../proposal.ts';
import type { FieldShape } from '../shapes/record-shape.ts';

interface ReasonInput {
  readonly target: FieldShape;
  readonly source: FieldShape;
  readonly name: NameMatch;
  readonly value: ValueEvidence;
  readonly fit: KindFit;
  readonly earlier: EarlierPair | undefined;
  readonly valueMap: string | undefined;
}

/** What speaks for a pair of fields, as sentences. */
export function reasonsFor({ target, source, name, value, fit, earlier, valueMap }: ReasonInput): string[] {
  return [
    earlier === undefined ? undefined : `Mapped like this in “${earlier.mapping}”.`,
    nameReason(target, source, name),
    valueMap === undefined ? value.reason : `The value map “${valueMap}” translates the values.`,
    valueMap === undefined ? fit.conversion?.reason : undefined,
    target.isReference && source.kind !== 'id' && valueMap === undefined
      ? 'The other system may use other codes: a value map can translate them.'
      : undefined,
  ].filter((reason) => reason !== undefined);
}

function nameReason(target: FieldShape, source: FieldShape, { score, synonyms }: NameMatch): string | undefined {
  const [wanted, given] = [nameOf(target), nameOf(source)];
  if (target.kind === 'id' && source.kind === 'id' && score > 0.9) return 'Both identify the same record.';
  if (wanted === given) return 'Same name.';
  if (plain(wanted) === plain(given)) return 'Same name, written differently.';
  if (target.title !== undefined && plain(target.title) === plain(source.title ?? given))
    return `Same title: “${target.title}”.`;
  const [pair] = synonyms;
  if (pair !== undefined && score >= 0.5) return `Synonym: ${pair[0]} and ${pair[1]}.`;
  return score >= 0.5 ? 'The names have words in common.' : undefined;
}

const nameOf = ({ path, isReference }: FieldShape): string => path.at(isReference ? -2 : -1) ?? '';

const plain = (name: string): string =>
  name
    .replace(/__c$/i, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
