'use client';
import { useQuery } from '@tanstack/react-query';
import { QueryView } from '../../workspace/query-view.tsx';
import { useTRPC } from '../../workspace/trpc.ts';
import { NamePanel } from './name-panel.tsx';
import { PasskeysPanel } from './passkeys-panel.tsx';
import { PasswordPanel } from './password-panel.tsx';
import { SecondFactorPanel } from './second-factor-panel.tsx';
import { SessionsPanel } from './sessions-panel.tsx';
import { SignInsPanel } from './sign-ins-panel.tsx';

/** A person's own name, sign-in methods and sessions. */
export const Account = () => {
  const trpc = useTRPC();
  const query = useQuery(trpc.account.read.queryOptions());
  return (
    <QueryView query={query}>
      {(account) => (
        <div className="grid max-w-5xl items-start gap-4 px-4 pb-8 md:grid-cols-2 lg:px-6">
          <NamePanel account={account} />
          <PasswordPanel account={account} />
          <SecondFactorPanel account={account} />
          <PasskeysPanel account={account} />
          <SessionsPanel account={account} />
          <SignInsPanel account={account} />
        </div>
      )}
    </QueryView>
  );
};
