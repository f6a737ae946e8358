'use client';
import { createContext } from 'react';
import type { Condition } from '@throughline/core/mapping/fields';

/** A field of a form. */
export interface FieldPlace {
  /** A step, the trigger, or the settings (null). */
  readonly subject: string | null;
  /** Pointer within the subject's form. */
  readonly field: string;
}

/** Rows of a condition that are not complete, so that the flow still has the expression from before. */
export interface UnappliedRows {
  /** The expression that they are to replace. They end as soon as it changes. */
  readonly of: string;
  readonly condition: Condition;
  /** What is missing. */
  readonly problem: string;
}

export interface Unapplied extends FieldPlace, UnappliedRows {}

export const unappliedAt = (all: readonly Unapplied[], place: FieldPlace, expression: string): Unapplied | undefined =>
  all.find((each) => isAt(each, place) && each.of === expression);

/** The same with other rows at a field, or with none. */
export function withUnapplied(
  all: readonly Unapplied[],
  place: FieldPlace,
  next: UnappliedRows | undefined,
): readonly Unapplied[] {
  if (next === undefined && !all.some((each) => isAt(each, place))) return all;
  const others = all.filter((each) => !isAt(each, place));
  return next === undefined ? others : [...others, { ...place, ...next }];
}

const isAt = (one: FieldPlace, other: FieldPlace): boolean =>
  one.subject === other.subject && one.field === other.field;

/** What is missing; and where something is there already, that the flow still has that. */
export const unappliedSentence = ({ of, problem }: UnappliedRows): string =>
  of.trim() === '' ? problem : `Not applied yet. ${problem}`;

export interface UnappliedEdits {
  readonly all: readonly Unapplied[];
  readonly hold: (place: FieldPlace, next: UnappliedRows | undefined) => void;
}

/** They are kept as long as the flow is open, whatever is selected meanwhile. */
export const UnappliedContext = createContext<UnappliedEdits>({ all: [], hold: () => undefined });
