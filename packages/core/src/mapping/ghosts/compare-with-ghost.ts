import { kindFit } from '../auto-map/evidence/kind-fit.ts';
import { compareNames } from '../auto-map/evidence/name-evidence.ts';
import { nameEvidence } from '../auto-map/evidence/score-pair.ts';
import { reasonsFor } from '../auto-map/matching/reasons.ts';
import type { Candidate } from './candidates.ts';
import type { GhostSide } from './ghost.ts';
import type { LostField } from './lost-field.ts';
import { isNear } from './spelling.ts';

export interface Likeness {
  readonly score: number;
  /** Computed only for the fields that are proposed. */
  readonly reasons: () => readonly string[];
}

/** How likely it is that a field takes the place of a lost one; undefined if the two cannot mean the same. */
export function compareWithGhost(lost: LostField, candidate: Candidate, side: GhostSide): Likeness | undefined {
  const own = lost.inner.length > 0 ? compareContainer(lost, candidate) : compareLeaf(lost, candidate, side);
  if (own === undefined) return undefined;
  const hasSameValues = shareValues(lost, candidate);
  const { isOld, isUsed } = candidate;
  const score = hasSameValues ? 1 - (1 - own.score) * (1 - sameValuesStrength) : own.score;
  return {
    score: score * (isOld ? oldFactor : 1) * (isUsed ? usedFactor : 1),
    reasons: () => [
      ...own.reasons(),
      ...(hasSameValues ? ['The samples have the same values in it.'] : []),
      ...(isOld ? ['The shape had this field before.'] : []),
      ...(isUsed ? ['The mapping uses this field already.'] : []),
    ],
  };
}

/** Two samples with equal values in both fields leave little doubt. */
const sameValuesStrength = 0.5;
/** A field that was there before is rarely the new name of another one. */
const oldFactor = 0.6;
const usedFactor = 0.72;
/** What differs in a few letters is probably meant. */
const nearScore = 0.8;

/** An object or a list of objects: its name, and whether it has the fields that the text uses inside. */
function compareContainer(lost: LostField, candidate: Candidate): Likeness | undefined {
  if (candidate.inner.size === 0) return undefined;
  const { inner } = lost;
  const there = inner.filter((each) => candidate.inner.has(each)).length;
  const share = there / inner.length;
  const likeness = compareNames(lost.words, candidate.words).score;
  const names = Math.max(likeness, likeness < nearScore && isNear(lost.spelling, candidate.spelling) ? nearScore : 0);
  const score = (share === 1 ? 1 - (1 - names) * 0.5 : names) * (0.4 + 0.6 * share);
  const has =
    share === 1
      ? 'It has all fields that are used inside.'
      : `It has ${there} of ${inner.length} fields that are used inside.`;
  return { score, reasons: () => [has, ...(names >= 0.5 ? ['The names have words in common.'] : [])] };
}

function compareLeaf(lost: LostField, { placed, spelling, inner }: Candidate, side: GhostSide): Likeness | undefined {
  if (placed === undefined || lost.placed === undefined) return undefined;
  if (inner.size > 0 && placed.field.kind !== 'money') return undefined;
  const [gone, there] = [lost.placed.field, placed.field];
  // A source gives what the ghost gave; a target takes what the ghost took.
  const fit = side === 'source' ? kindFit(there, gone) : kindFit(gone, there);
  const factor = gone.kind === 'any' || there.kind === 'any' ? 1 : fit.factor;
  if (factor === 0) return undefined;
  const names = nameEvidence(lost.placed, placed);
  const isSpelledAlike = nearScore > names.score && isNear(lost.spelling, spelling);
  if (isSpelledAlike) return { score: nearScore * factor, reasons: () => ['Nearly the same spelling.'] };
  const reasons = () =>
    reasonsFor({
      target: gone,
      source: there,
      name: names,
      value: { factor: 1 },
      fit: { factor },
      earlier: undefined,
      valueMap: undefined,
    });
  return { score: names.score * factor, reasons };
}

/** True if the samples have the same values in both fields. */
function shareValues(lost: LostField, candidate: Candidate): boolean {
  const shared = lost.values.filter((value) => candidate.values.has(value)).length;
  return shared > 0 && shared * 2 >= Math.min(lost.values.length, candidate.values.size);
}
