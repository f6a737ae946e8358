import type { KnownValueMap } from '../proposal.ts';
import { wordsOf } from '../names/words-of.ts';
import type { FieldShape } from '../shapes/record-shape.ts';
import { compareNames } from './name-evidence.ts';

/** A value map that has all values of the source field and is named after one of the two fields. */
export function fittingValueMap(
  maps: readonly KnownValueMap[],
  values: readonly unknown[],
  target: FieldShape,
  source: FieldShape,
): KnownValueMap | undefined {
  const known = [
    ...new Set([...values, ...(source.schema.enum ?? [])].filter((value) => typeof value === 'string' && value !== '')),
  ];
  if (known.length === 0) return undefined;
  let best: KnownValueMap | undefined;
  let most = 0.45;
  for (const map of maps) {
    const from = new Set(map.from);
    if (!known.every((value) => from.has(value as string))) continue;
    const words = wordsOf(map.key).map((word) => ({ word, weight: word.weight }));
    const likeness = Math.max(
      ...[...target.names, ...source.names].map(
        (name) =>
          compareNames(
            words,
            name.map((word) => ({ word, weight: word.weight })),
          ).score,
      ),
    );
    if (likeness > most) [best, most] = [map, likeness];
  }
  return best;
}
