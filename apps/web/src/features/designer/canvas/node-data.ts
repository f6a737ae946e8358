import type { Node } from '@xyflow/react';
import type { Step } from '@throughline/core/flow/step';
import type { FlowDocument } from '@throughline/core/flow';
import type { StepState } from '../step-state.ts';

interface Shared extends Record<string, unknown> {
  readonly state: StepState | undefined;
  readonly isSelected: boolean;
  /** Errors and warnings of this step. */
  readonly problems: { readonly errors: number; readonly warnings: number };
}

export interface StepNodeData extends Shared {
  readonly step: Step;
  readonly subtitle: string;
  /** Two letters for the system that it calls. */
  readonly monogram: string | undefined;
  readonly hiddenSteps: number | undefined;
  readonly isContainer: boolean;
  readonly isDisabled: boolean;
  readonly onToggle: ((id: string) => void) | undefined;
}

export interface TriggerNodeData extends Shared {
  readonly trigger: FlowDocument['trigger'];
  readonly subtitle: string;
  readonly monogram: string | undefined;
}

export type StepNode = Node<StepNodeData, 'step'>;
export type TriggerNode = Node<TriggerNodeData, 'trigger'>;
export type EndNode = Node<Record<string, unknown>, 'end'>;
export type FlowNode = StepNode | TriggerNode | EndNode;
