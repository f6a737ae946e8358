import type { DesignerState } from './state/designer-state.ts';

/** Reads out what an edit did. Two equal sentences in a row differ in a space, or the second would not be read. */
export const Said = ({ said }: Pick<DesignerState, 'said'>) => (
  <p role="status" aria-label="What happened" className="sr-only">
    {said.text}
    {said.number % 2 === 1 && '\u00a0'}
  </p>
);
