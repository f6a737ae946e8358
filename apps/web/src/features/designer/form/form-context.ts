'use client';
import { createContext, useContext } from 'react';
import type { ExpressionScope } from '#features/jsonata/expression-scope.ts';
import type { SampleData } from './data-paths.ts';

/** What every field of the open form needs besides its value. */
export interface FormContextValue {
  readonly isReadOnly: boolean;
  /** What expressions of this step can see. */
  readonly scope: ExpressionScope;
  /** What the trigger and the steps gave in the last test, or in the latest event. */
  readonly samples: SampleData;
  /** The first problem at a JSON pointer below the form's subject, or below it. */
  readonly problemAt: (pointer: string) => string | undefined;
  /** Pointer of the field a problem led to; it takes the focus. */
  readonly focusedField: string | undefined;
}

export const FormContext = createContext<FormContextValue>({
  isReadOnly: true,
  scope: {},
  samples: {},
  problemAt: () => undefined,
  focusedField: undefined,
});

export const useFormContext = (): FormContextValue => useContext(FormContext);
