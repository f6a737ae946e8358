import type { StepKind } from '@throughline/core/flow/step';
import type { StepGroup } from '../steps/step-view.ts';

/** The groups of the kinds, and those of what they work on. */
export type OfferGroup = StepGroup | 'Mappings' | 'Value maps' | 'Flows' | 'Events';

/** A step that can be added, as people look for it: `Write customer in NetSuite`. */
export interface StepOffer {
  /** Unique among the offers; letters, digits and hyphens. */
  readonly id: string;
  readonly kind: StepKind;
  readonly title: string;
  /** One line: what it does. */
  readonly summary: string;
  readonly group: OfferGroup;
  /** Other words by which it is found. */
  readonly words: string;
  /** Name of the new step. */
  readonly name: string;
  /** The fields that the choice fills in. */
  readonly config: Readonly<Record<string, unknown>>;
  /** True for the kinds themselves, which are listed before anything is typed. */
  readonly isKind: boolean;
}
