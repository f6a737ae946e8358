'use client';
import { useState } from 'react';
import { Rocket } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { useWorkspace } from '../../workspace/workspace-context.ts';
import { useBehaviour } from './behaviour/use-behaviour.ts';
import type { ChangeDetail } from './change-detail.ts';
import { PublishDialog } from './publish-dialog.tsx';
import { useFailingTests } from './use-failing-tests.ts';

type Target = ChangeDetail['environments'][number];

/** Publishes to the environments that may be next, for approvers. The server refuses the others. */
export const PublishButtons = ({ change }: { readonly change: ChangeDetail }) => {
  const { can } = useWorkspace();
  const { isCompared, query, surprises } = useBehaviour(change);
  const isWaiting = isCompared && query.data === undefined;
  const hasSurprises = surprises.some(({ state }) => state !== 'accepted');
  const isBlocked = useFailingTests(change).length > 0 || isWaiting || hasSurprises;
  const [target, setTarget] = useState<Target>();
  const pending = change.environments.filter(({ isPublishable }) => isPublishable);
  const furthest = pending.at(-1);
  if (!can('approver') || pending.length === 0) return null;
  return (
    <>
      {pending.map((each) => (
        <Button
          key={each.key}
          variant={each === furthest ? 'primary' : 'secondary'}
          icon={<Rocket aria-hidden />}
          disabled={isBlocked}
          onClick={() => setTarget(each)}
        >
          Publish to {each.name}
        </Button>
      ))}
      {target !== undefined && (
        <PublishDialog change={change} target={target} isOpen onOpenChange={() => setTarget(undefined)} />
      )}
    </>
  );
};
