import { createContext, useContext } from 'react';

/** What a comparison says about a step. A step can be both moved and changed. */
export const stepEffects = ['added', 'removed', 'switched off', 'switched on', 'changed', 'moved'] as const;
export type StepEffect = (typeof stepEffects)[number];

/** Keyed by step id (or `@trigger`), most important effect first. Steps without an entry are the same on both sides. */
export type StepMarks = Readonly<Record<string, readonly StepEffect[]>>;

const noMarks: StepMarks = {};

/** Marks for a drawing that compares two states of a flow. Elsewhere there are none. */
export const StepMarksContext = createContext<StepMarks>(noMarks);

export const useStepMark = (id: string): readonly StepEffect[] | undefined => useContext(StepMarksContext)[id];
