import type { ComponentType } from 'react';
import type { LucideIcon } from 'lucide-react';
import type { StepConfig, StepKind } from '@throughline/core/flow/step';
import type { DesignerData } from '../designer-data.ts';

export interface StepFormProps<K extends StepKind> {
  readonly config: StepConfig<K>;
  /** `field` is the JSON pointer that was edited, so that typing in one field is one edit. */
  readonly onChange: (config: StepConfig<K>, field: string) => void;
}

export const stepGroups = ['Systems', 'Data', 'Path', 'People and events'] as const;
export type StepGroup = (typeof stepGroups)[number];

/** How one step kind is displayed and edited. */
export interface StepView<K extends StepKind> {
  readonly icon: LucideIcon;
  readonly group: StepGroup;
  /** Other words by which people search for it. */
  readonly keywords: string;
  /** Name of a new step. */
  readonly newName: string;
  /** Valid in shape. The fields that the author must fill in are empty. */
  readonly initial: () => StepConfig<K>;
  /** One line below the name on the canvas. */
  readonly describe: (config: StepConfig<K>, data: DesignerData) => string;
  readonly Form: ComponentType<StepFormProps<K>>;
}

/** Checks a view without changing its type. A view belongs to exactly one kind. */
export const defineStepView = <K extends StepKind>(_kind: K, view: StepView<K>): StepView<K> => view;
