import { CircleCheck, GitPullRequestArrow, Undo2 } from 'lucide-react';
import type { ChangeState } from '@throughline/core/db/schema/change';
import { Pill, type Tone } from '#ui/pill.tsx';

interface ChangeStatePillProps {
  readonly state: ChangeState;
  /** The change was published, and was rolled back wherever it was live. */
  readonly isRolledBack: boolean;
}

export const ChangeStatePill = ({ state, isRolledBack }: ChangeStatePillProps) => {
  if (isRolledBack) {
    return (
      <Pill tone="review" icon={Undo2}>
        Rolled back
      </Pill>
    );
  }
  const { tone, word } = looks[state];
  const icon = state === 'approved' ? CircleCheck : state === 'open' ? GitPullRequestArrow : undefined;
  return (
    <Pill tone={tone} {...(icon === undefined ? {} : { icon })}>
      {word}
    </Pill>
  );
};

const looks: Record<ChangeState, { readonly tone: Tone; readonly word: string }> = {
  open: { tone: 'draft', word: 'Open' },
  'in-review': { tone: 'review', word: 'In review' },
  approved: { tone: 'review', word: 'Approved' },
  published: { tone: 'live', word: 'Published' },
  withdrawn: { tone: 'skipped', word: 'Withdrawn' },
};
