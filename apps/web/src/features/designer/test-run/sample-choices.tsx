'use client';
import { useId } from 'react';
import { classNames } from '#ui/class-names.ts';
import { JsonView } from '#ui/json-view.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';

export interface SampleChoice {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly at?: Date;
}

export interface SampleGroup {
  /** Empty where there is only one group. */
  readonly title: string;
  readonly choices: readonly SampleChoice[];
}

interface SampleChoicesProps {
  readonly groups: readonly SampleGroup[];
  readonly chosenId: string | undefined;
  /** What is in the chosen one; undefined while it is being read. */
  readonly payload: unknown;
  readonly isReading?: boolean;
  readonly onChoose: (id: string) => void;
}

/** Samples to choose from, and what is in the chosen one. */
export const SampleChoices = ({ groups, chosenId, payload, isReading = false, onChoose }: SampleChoicesProps) => (
  <div className="grid h-full min-h-0 gap-3 sm:grid-cols-2">
    <div role="listbox" aria-label="Samples" className="min-h-0 overflow-auto rounded-md border border-line">
      {groups.map((group) => (
        <Group key={group.title} group={group} chosenId={chosenId} onChoose={onChoose} />
      ))}
    </div>
    {payload === undefined ? (
      <p role="status" className="grid place-items-center text-muted max-sm:hidden">
        {isReading ? 'Reading the record …' : 'Choose a sample to see what is in it.'}
      </p>
    ) : (
      <div className="min-h-0 overflow-auto">
        <JsonView value={payload} label="sample" />
      </div>
    )}
  </div>
);

const Group = ({
  group: { title, choices },
  chosenId,
  onChoose,
}: Pick<SampleChoicesProps, 'chosenId' | 'onChoose'> & { readonly group: SampleGroup }) => {
  const id = useId();
  return (
    <div role="group" aria-labelledby={title === '' ? undefined : id} aria-label={title === '' ? 'Samples' : undefined}>
      {title !== '' && (
        <p
          id={id}
          className="sticky top-0 border-b border-line bg-sunken px-2.5 py-1 text-small font-medium text-muted"
        >
          {title}
        </p>
      )}
      {choices.map((choice) => (
        <button
          key={choice.id}
          type="button"
          role="option"
          aria-selected={chosenId === choice.id}
          onClick={() => onChoose(choice.id)}
          className={classNames(
            'flex w-full items-center gap-2 border-b border-line px-2.5 py-1.5 text-left',
            chosenId === choice.id ? 'bg-accent-soft' : 'hover:bg-hover',
          )}
        >
          <span className="min-w-0 flex-1">
            <span className="block truncate font-medium">{choice.name}</span>
            <span className="block truncate text-small text-muted" title={choice.note}>
              {choice.note}
            </span>
          </span>
          {choice.at !== undefined && <RelativeTime at={choice.at} />}
        </button>
      ))}
    </div>
  );
};
