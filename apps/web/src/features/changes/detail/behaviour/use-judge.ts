'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { VerdictKind } from '@throughline/core/mapping/behaviour';
import { useToaster } from '#ui/toast.tsx';
import { useTRPC } from '../../../workspace/trpc.ts';
import type { ChangeDetail } from '../change-detail.ts';
import type { ShownSurprise } from './use-behaviour.ts';

const done: Record<VerdictKind, string> = { accepted: 'Accepted', rejected: 'Rejected', expected: 'Note saved' };

/**
 * Says something about changed outputs. Only the change is loaded again afterwards, because the comparison itself stays
 * the same; it is made again when the server found another content.
 */
export const useJudge = ({ id: changeId }: ChangeDetail, then: () => void) => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toaster = useToaster();
  const handlers = {
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: trpc.changes.one.pathKey() });
      then();
    },
    onError: () => {
      void queryClient.invalidateQueries({ queryKey: trpc.changes.behaviour.pathKey() });
      void queryClient.invalidateQueries({ queryKey: trpc.changes.one.pathKey() });
    },
  };
  const decide = useMutation(trpc.changes.judgeSurprises.mutationOptions(handlers));
  const expect = useMutation(trpc.changes.expectSurprises.mutationOptions(handlers));
  const judge = (kind: VerdictKind, surprises: readonly ShownSurprise[], reason: string): void => {
    const given = {
      changeId,
      reason,
      surprises: surprises.map(({ definitionId, field, content, effects }) => ({
        definitionId,
        field,
        content,
        effects: [...effects],
      })),
    };
    const onSuccess = () => toaster.succeeded(done[kind]);
    if (kind === 'expected') expect.mutate(given, { onSuccess });
    else decide.mutate({ ...given, kind }, { onSuccess });
  };
  return {
    judge,
    isPending: decide.isPending || expect.isPending,
    isError: decide.isError || expect.isError,
    error: decide.error ?? expect.error,
  };
};
