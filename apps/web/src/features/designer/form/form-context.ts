'use client';
import { createContext, useContext } from 'react';
import type { ExpressionScope } from '#features/jsonata/expression-scope.ts';
import type { MappedResult } from '../flow-scope.ts';
import type { SampleData } from './data-paths.ts';

/** What every field of the open form needs besides its value. */
export interface FormContextValue {
  readonly isReadOnly: boolean;
  /** What the form is about: a step, the trigger, or the settings (null). */
  readonly subject: string | null;
  /** What expressions of this step can see. */
  readonly scope: ExpressionScope;
  /** What earlier steps of this one have mapped, nearest first. */
  readonly mapped: readonly MappedResult[];
  /** The data of the trigger and the steps in the last test, or in the latest event. */
  readonly samples: SampleData;
  /** Finds the first problem at or below a JSON pointer in the form. */
  readonly problemAt: (pointer: string) => string | undefined;
  /** Whoever writes one condition as an expression gets the next empty one as an expression too. */
  readonly prefersText: boolean;
  readonly preferText: (prefersText: boolean) => void;
  /** Pointer of the field to which a problem led; it takes the focus. */
  readonly focusedField: string | undefined;
}

export const FormContext = createContext<FormContextValue>({
  isReadOnly: true,
  subject: null,
  scope: {},
  mapped: [],
  samples: {},
  problemAt: () => undefined,
  prefersText: false,
  preferText: () => undefined,
  focusedField: undefined,
});

export const useFormContext = (): FormContextValue => useContext(FormContext);
