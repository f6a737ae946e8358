import type { BehaviourReport, ChangedField } from './behaviour-report.ts';
import { fieldEffects, type FieldEffect } from './field-change.ts';

/** What is said about a changed field: the author expects it, or an approver accepts or rejects it. */
export const verdictKinds = ['expected', 'accepted', 'rejected'] as const;
export type VerdictKind = (typeof verdictKinds)[number];

/** Which changed field of which content it is about. */
export interface SurpriseIdentity {
  readonly definitionId: string;
  readonly field: string;
  /** Digest of the texts that were compared. */
  readonly content: string;
  /** What happened to the field, in the order of `fieldEffects`. */
  readonly effects: readonly FieldEffect[];
}

export interface Verdict extends SurpriseIdentity {
  readonly kind: VerdictKind;
  readonly userId: string;
}

/** How one mapping behaves differently. */
interface Behaviour {
  readonly definitionId: string;
  readonly content: string;
  readonly report: BehaviourReport;
}

/** A changed field that somebody has to accept before the change is approved. */
export interface Surprise<Given extends Verdict = Verdict> extends SurpriseIdentity {
  readonly changed: ChangedField;
  readonly state: 'open' | 'accepted' | 'rejected';
  /** The verdict that makes it so; undefined while it is open. */
  readonly verdict: Given | undefined;
  /** The last note of an author who expects it. */
  readonly expected: Given | undefined;
}

/**
 * The surprises of a change with what was said about each. A verdict counts for the same field and texts only. An
 * acceptance holds while the surprise has no effect that was not accepted, so that neither more nor fewer records open
 * it again, but a new effect does. A rejection holds while one of its effects is there. The last verdict counts. Who
 * wrote part of the change cannot accept for it.
 */
export function surprisesOf<Given extends Verdict>(
  behaviours: readonly Behaviour[],
  verdicts: readonly Given[],
  authorIds: readonly string[],
): Surprise<Given>[] {
  return behaviours.flatMap(({ definitionId, content, report }) =>
    report.fields.map((changed): Surprise<Given> => {
      const identity = { definitionId, field: changed.field, content, effects: effectsOf(changed) };
      const own = verdicts.filter((verdict) => isAbout(verdict, identity));
      const verdict = own.findLast(
        ({ kind, userId }) => kind === 'rejected' || (kind === 'accepted' && !authorIds.includes(userId)),
      );
      const state = verdict === undefined ? 'open' : verdict.kind === 'rejected' ? 'rejected' : 'accepted';
      return { ...identity, changed, state, verdict, expected: own.findLast(({ kind }) => kind === 'expected') };
    }),
  );
}

const effectsOf = ({ counts }: ChangedField): FieldEffect[] =>
  fieldEffects.filter((effect) => (counts[effect] ?? 0) > 0);

const isAbout = (verdict: Verdict, surprise: SurpriseIdentity): boolean =>
  verdict.definitionId === surprise.definitionId &&
  verdict.field === surprise.field &&
  verdict.content === surprise.content &&
  (verdict.kind === 'rejected'
    ? verdict.effects.some((effect) => surprise.effects.includes(effect))
    : surprise.effects.every((effect) => verdict.effects.includes(effect)));
