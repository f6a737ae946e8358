import { CircleAlert, CircleCheck } from 'lucide-react';
import { Notice } from '#ui/states.tsx';
import type { MergeConflict, Side } from '../merge/merge-documents.ts';
import { ConflictChoice } from './conflict-choice.tsx';
import { conflictLabel } from './conflict-label.ts';

interface ConflictChoicesProps {
  readonly conflicts: readonly MergeConflict[];
  /** The documents in which the places are looked up for their names. */
  readonly documents: readonly unknown[];
  readonly titles: Readonly<Record<Side, string>>;
  readonly choices: ReadonlyMap<string, Side>;
  readonly onChoices: (choices: ReadonlyMap<string, Side>) => void;
}

/** Every place that both sides changed, for a person to decide; or that there is none. */
export const ConflictChoices = ({ conflicts, documents, titles, choices, onChoices }: ConflictChoicesProps) => (
  <>
    {conflicts.length === 0 ? (
      <Notice tone="good" icon={<CircleCheck aria-hidden />}>
        Nothing collides: both fit together.
      </Notice>
    ) : (
      <Notice tone="warn" icon={<CircleAlert aria-hidden />}>
        {conflicts.length === 1 ? 'One place was' : `${conflicts.length} places were`} changed on both sides. Choose
        what holds.
      </Notice>
    )}
    {conflicts.map((conflict) => (
      <ConflictChoice
        key={conflict.pointer}
        conflict={conflict}
        label={conflictLabel(documents, conflict.pointer)}
        titles={titles}
        chosen={choices.get(conflict.pointer)}
        onChoose={(side) => onChoices(new Map(choices).set(conflict.pointer, side))}
      />
    ))}
  </>
);
