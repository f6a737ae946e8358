import { InlineDiff } from '#features/changes/detail/flow/inline-diff.tsx';
import { classNames } from '#ui/class-names.ts';
import type { MergeConflict, Side } from '../merge/merge-documents.ts';

interface ConflictChoiceProps {
  readonly conflict: MergeConflict;
  /** Where it is, in words. */
  readonly label: string;
  /** What the two sides are called. */
  readonly titles: Readonly<Record<Side, string>>;
  readonly chosen: Side | undefined;
  readonly onChoose: (side: Side) => void;
}

const sides: readonly Side[] = ['mine', 'newer'];

/** One place that both sides changed: both values, and the choice between them. */
export const ConflictChoice = ({ conflict, label, titles, chosen, onChoose }: ConflictChoiceProps) => (
  <fieldset className="rounded-md border border-line p-3">
    <legend className="px-1 font-medium">{label}</legend>
    <div className="grid gap-3 md:grid-cols-2">
      {sides.map((side) => (
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
            {titles[side]}
            {conflict[side] === undefined && <span className="font-normal text-muted">removed it</span>}
          </span>
          <InlineDiff before={conflict.base} after={conflict[side]} label={`${label}, ${titles[side]}`} isNarrow />
        </label>
      ))}
    </div>
  </fieldset>
);
