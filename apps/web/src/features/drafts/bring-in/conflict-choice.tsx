import { InlineDiff } from '#features/changes/detail/flow/inline-diff.tsx';
import { classNames } from '#ui/class-names.ts';
import type { MergeConflict, Side } from '../merge/merge-documents.ts';
import { conflictLabel } from './conflict-label.ts';

interface ConflictChoiceProps {
  readonly conflict: MergeConflict;
  readonly versionNumber: number;
  readonly chosen: Side | undefined;
  readonly onChoose: (side: Side) => void;
}

/** One place that both sides changed: both values, and the choice between them. */
export const ConflictChoice = ({ conflict, versionNumber, chosen, onChoose }: ConflictChoiceProps) => {
  const label = conflictLabel(conflict.pointer);
  const sides: readonly { side: Side; title: string }[] = [
    { side: 'mine', title: 'Mine' },
    { side: 'newer', title: `Version ${versionNumber}` },
  ];
  return (
    <fieldset className="rounded-md border border-line p-3">
      <legend className="px-1 font-mono text-code">{label}</legend>
      <div className="grid gap-3 md:grid-cols-2">
        {sides.map(({ side, title }) => (
          <label
            key={side}
            className={classNames(
              'flex min-w-0 cursor-pointer flex-col gap-1.5 rounded-md border p-2',
              chosen === side ? 'border-accent bg-accent-soft' : 'border-line hover:bg-hover',
            )}
          >
            <span className="flex items-center gap-2 font-medium">
              <input
                type="radio"
                name={conflict.pointer}
                className="accent-accent"
                checked={chosen === side}
                onChange={() => onChoose(side)}
              />
              {title}
              {conflict[side] === undefined && <span className="font-normal text-muted">removed it</span>}
            </span>
            <InlineDiff before={conflict.base} after={conflict[side]} label={`${label}, ${title}`} isNarrow />
          </label>
        ))}
      </div>
    </fieldset>
  );
};
