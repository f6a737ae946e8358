'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ShieldAlert } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { Notice } from '#ui/states.tsx';
import { useTRPC } from '../workspace/trpc.ts';

/** Tells a person that somebody kept guessing their password, until they put the notice away. */
export const LockNotice = () => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const locks = useQuery(trpc.account.locks.queryOptions(undefined, { staleTime: Infinity }));
  const dismiss = useMutation(
    trpc.account.dismissLocks.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.account.locks.queryKey() }),
    }),
  );
  const [last] = locks.data ?? [];
  if (last === undefined) return null;
  return (
    <div className="px-4 pt-3 lg:px-6">
      <Notice tone="warn" icon={<ShieldAlert aria-hidden />}>
        <p>
          Your account was locked for a while <RelativeTime at={last.at} />, after too many wrong passwords or codes
          from {last.address ?? 'an unknown address'}. If that was not you, change your password under Settings, My
          account.
        </p>
        <Button className="mt-2" isBusy={dismiss.isPending} onClick={() => dismiss.mutate()}>
          Put away
        </Button>
      </Notice>
    </div>
  );
};
