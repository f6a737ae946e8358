'use client';
import { createContext, useContext, type ComponentType } from 'react';
import type { FieldForm, FieldPath } from '@throughline/core/mapping/fields';
import type { SeenValue } from '../evaluation/seen-values.ts';
import type { ObjectField } from './object-fields-of.ts';
import type { ComboboxOption } from '#ui/matching-options.ts';

export interface KindFieldsProps {
  readonly label: string;
  readonly form: FieldForm;
  readonly onChange: (form: FieldForm) => void;
}

/** What the parts of a form can choose from. */
export interface FormScope {
  readonly isReadOnly: boolean;
  /** What an expression can read here: source fields and variables, as they are written. */
  readonly options: readonly ComboboxOption[];
  /** The same for an expression about the items of a list. */
  readonly optionsWithin: (list: FieldPath) => readonly ComboboxOption[];
  /** Key of each value map, and its rows. */
  readonly valueMaps: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** What the field really looks up in a value map, over all samples; undefined if that cannot be told. */
  readonly lookups: (map: string) => Promise<readonly SeenValue[] | undefined>;
  /** The only values that the target field takes; none if it takes any. */
  readonly allowed: readonly (string | number | boolean)[];
  /** The fields that an object has as the value of the target field, or as an item of it; none if it is no object. */
  readonly fields: readonly ObjectField[];
  readonly say: (form: FieldForm) => string;
  /** The inputs of a form inside a form. */
  readonly Fields: ComponentType<KindFieldsProps>;
}

export const FormScopeContext = createContext<FormScope | undefined>(undefined);

export const useFormScope = (): FormScope => {
  const scope = useContext(FormScopeContext);
  if (scope === undefined) throw new Error('useFormScope needs a FormScopeContext above it');
  return scope;
};
