import type { FieldEffect } from './field-change.ts';

/** How the outputs of two versions of a mapping differ on the same inputs. Equal inputs give an equal report. */
export interface BehaviourReport {
  /** Inputs on which both versions ran. */
  readonly compared: number;
  /** Of these, those from saved tests; the others are records of earlier runs. */
  readonly fromTests: number;
  /** Inputs on which something differs. */
  readonly different: number;
  /** Inputs on which both versions fail. */
  readonly failInBoth: number;
  /** By the name of the field. */
  readonly fields: readonly ChangedField[];
}

export interface ChangedField {
  /** `lines[].amount`; empty for the whole result, `otherFields` for all that are not listed. */
  readonly field: string;
  /** Inputs on which anything happened to it. */
  readonly records: number;
  /** Inputs by what happened. One input can count for several. */
  readonly counts: { readonly [Effect in FieldEffect]?: number };
  /** The first few. */
  readonly examples: readonly FieldExample[];
}

export interface FieldExample {
  /** Name of the saved test, or of the record. */
  readonly sample: string;
  readonly origin: SampleOrigin;
  readonly effect: FieldEffect;
  /** Short JSON, or the sentence of a failure. Absent where there is nothing. */
  readonly before?: string;
  readonly after?: string;
}

export type SampleOrigin = 'test' | 'record';

/** Stands for the fields of a report that are too many, or whose names are too long, to be listed. */
export const otherFields = '…';
