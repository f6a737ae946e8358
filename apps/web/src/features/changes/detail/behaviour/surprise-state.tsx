import { CircleHelp } from 'lucide-react';
import { Pill } from '#ui/pill.tsx';
import type { ShownSurprise } from './use-behaviour.ts';

/** Whether a changed output is accepted, as an icon and a word. */
export const SurpriseState = ({ state }: { readonly state: ShownSurprise['state'] }) => {
  if (state === 'accepted') return <Pill tone="live">accepted</Pill>;
  if (state === 'rejected') return <Pill tone="failed">rejected</Pill>;
  return (
    <Pill tone="review" icon={CircleHelp}>
      open
    </Pill>
  );
};
