import { triggerNodeId } from '../layout/geometry.ts';
import type { Selection } from './selection.ts';

/** What is selected, as it is in the URL: the trigger is left out. */
export interface SelectionInUrl {
  readonly step: string;
  /** Further selected steps, separated by commas. */
  readonly also: string;
  /** `settings` if the flow's settings are shown. */
  readonly show: string;
}

export interface Selected {
  readonly selection: Selection;
  readonly also: ReadonlySet<string>;
}

export const selectionInUrl = ({ selection, also }: Selected): SelectionInUrl => ({
  step: selection === null || selection === triggerNodeId ? '' : selection,
  also: [...also].filter((id) => id !== selection).join(','),
  show: selection === null ? 'settings' : '',
});

export const selectionFromUrl = ({ step, also, show }: SelectionInUrl): Selected => {
  if (show === 'settings') return { selection: null, also: new Set() };
  if (step === '') return { selection: triggerNodeId, also: new Set() };
  return { selection: step, also: new Set(also.split(',').filter((id) => id !== '')) };
};
