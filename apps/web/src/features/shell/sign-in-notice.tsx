'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ShieldAlert } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { Notice } from '#ui/states.tsx';
import { useTRPC, type Outputs } from '../workspace/trpc.ts';

/** Tells people what happened to their sign-in, until they dismiss the notice. */
export const SignInNotice = () => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const notices = useQuery(trpc.account.notices.queryOptions(undefined, { staleTime: Infinity }));
  const dismiss = useMutation(
    trpc.account.dismissNotices.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.account.notices.queryKey() }),
    }),
  );
  const shown = notices.data ?? [];
  if (shown.length === 0) return null;
  return (
    <div className="px-4 pt-3 lg:px-6">
      <Notice tone="warn" icon={<ShieldAlert aria-hidden />}>
        <ul>
          {shown.map((notice) => (
            <li key={notice.id}>
              {describe(notice)} <RelativeTime at={notice.at} />
              {notice.address === null ? '.' : `, from ${notice.address}.`}
            </li>
          ))}
        </ul>
        <p>If that was not you, change your password and look through your passkeys under Settings, My account.</p>
        <Button className="mt-2" isBusy={dismiss.isPending} onClick={() => dismiss.mutate()}>
          Put away
        </Button>
      </Notice>
    </div>
  );
};

const describe = ({ outcome, method }: Outputs['account']['notices'][number]): string =>
  outcome === 'locked'
    ? 'Your account was locked for a while, after too many wrong passwords or codes,'
    : (changes[method] ?? 'Something about your sign-in was changed');

const changes: Readonly<Record<string, string>> = {
  'password-changed': 'Your password was changed',
  'second-factor-enabled': 'Your second factor was turned on',
  'second-factor-disabled': 'Your second factor was turned off',
  'recovery-codes-made': 'New recovery codes were made for you',
  'passkey-added': 'A passkey was added to your account',
  'passkey-removed': 'A passkey was removed from your account',
};
