import { CircleAlert } from 'lucide-react';
import { Notice } from '#ui/states.tsx';
import { ProblemList } from '../problem-list.tsx';
import type { ChangeDetail } from './change-detail.ts';
import { useFailingTests } from './use-failing-tests.ts';

const deeds = { open: 'submitted', 'in-review': 'approved', approved: 'published' } as const;

/** Says in advance that saved tests keep the change from continuing, and links to each of them. */
export const FailingTests = ({ change }: { readonly change: ChangeDetail }) => {
  const problems = useFailingTests(change);
  if (problems.length === 0) return null;
  const deed = change.state in deeds ? deeds[change.state as keyof typeof deeds] : 'published';
  return (
    <section aria-label="Failing saved tests" className="mt-2 flex flex-col gap-2">
      <Notice tone="fail" icon={<CircleAlert aria-hidden />}>
        {problems.length === 1 ? 'One saved test fails' : `${problems.length} saved tests fail`}, so this change cannot
        be {deed}. Correct the mapping or what the test expects.
      </Notice>
      <ProblemList problems={problems} />
    </section>
  );
};
