'use client';
import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { GitMerge } from 'lucide-react';
import { BringInDialog } from '#features/drafts/bring-in/bring-in-dialog.tsx';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/states.tsx';
import { useWorkspace } from '../../workspace/workspace-context.ts';
import type { ChangeDetail, ChangeItem } from './change-detail.ts';

interface StaleNoticeProps {
  readonly change: ChangeDetail;
  readonly item: ChangeItem;
}

/** Says that a newer version was published after this draft was started, and what to do about it. */
export const StaleNotice = ({ change, item }: StaleNoticeProps) => {
  const { can } = useWorkspace();
  const queryClient = useQueryClient();
  const [isOpen, setIsOpen] = useState(false);
  const { newerVersion, definitionId, name } = item;
  if (newerVersion === null || change.state === 'withdrawn' || change.state === 'published') return null;
  const from =
    item.baseVersionNumber === null ? 'before there was a version' : `from version ${item.baseVersionNumber}`;
  return (
    <div className="px-4 pt-3">
      <Notice tone="warn" icon={<GitMerge aria-hidden />}>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <p className="min-w-0 flex-1 basis-64">
            <strong className="font-medium">Version {newerVersion} was published meanwhile.</strong> This draft was
            started {from}, so it cannot be published until the two are brought together
            {can('analyst') ? '.' : ' by an analyst.'}
          </p>
          {can('analyst') && (
            <Button icon={<GitMerge aria-hidden />} onClick={() => setIsOpen(true)}>
              Bring in version {newerVersion}…
            </Button>
          )}
        </div>
      </Notice>
      {isOpen && (
        <BringInDialog
          definitionId={definitionId}
          name={name}
          onClose={() => setIsOpen(false)}
          onDone={() => queryClient.invalidateQueries()}
        />
      )}
    </div>
  );
};
