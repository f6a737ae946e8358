'use client';
import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleHelp } from 'lucide-react';
import { roles } from '@throughline/core/db/words/roles';
import { Button } from '#ui/button.tsx';
import { Input } from '#ui/input.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { Notice } from '#ui/states.tsx';
import { errorText } from '../../workspace/error-text.ts';
import { useTRPC } from '../../workspace/trpc.ts';
import { useWorkspace } from '../../workspace/workspace-context.ts';
import type { RunDetail } from './run-detail.ts';

type Approval = RunDetail['approvals'][number];

/** The questions for which this run waits. People with the right role can answer them. */
export const ApprovalQuestions = ({ run }: { readonly run: RunDetail }) => {
  const open = run.approvals.filter(({ isWaiting }) => isWaiting);
  if (open.length === 0) return null;
  return (
    <div className="flex flex-col gap-2 px-4 pb-3 lg:px-6">
      {open.map((approval) => (
        <Question key={approval.id} approval={approval} />
      ))}
    </div>
  );
};

const Question = ({ approval }: { readonly approval: Approval }) => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { can, environment } = useWorkspace();
  const [comment, setComment] = useState('');
  const answer = useMutation(
    trpc.runs.answerApproval.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.runs.pathKey() }),
    }),
  );
  const decide = (decision: 'approved' | 'rejected') =>
    answer.mutate({ environment: environment.key, approvalId: approval.id, decision, comment });
  const role = roles.find((each) => each === approval.role);
  const mayAnswer = role === undefined ? can('admin') : can(role);
  return (
    <Notice tone="info" icon={<CircleHelp aria-hidden />}>
      <p className="font-medium">{approval.question}</p>
      <p className="text-muted">
        For the role {approval.role}, due <RelativeTime at={approval.dueAt} />
      </p>
      {mayAnswer && (
        <div className="mt-2 flex flex-wrap gap-2">
          <Input
            aria-label="Comment"
            placeholder="Comment"
            value={comment}
            onChange={(event) => setComment(event.target.value)}
            className="w-72"
          />
          <Button variant="primary" isBusy={answer.isPending} onClick={() => decide('approved')}>
            Approve
          </Button>
          <Button isBusy={answer.isPending} onClick={() => decide('rejected')}>
            Reject
          </Button>
        </div>
      )}
      {answer.isError && (
        <p role="alert" className="mt-1 text-failed">
          {errorText(answer.error)}
        </p>
      )}
    </Notice>
  );
};
