import { useMutation } from '@tanstack/react-query';
import { MonitorSmartphone } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { Panel } from '#ui/panel.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { errorText } from '../../workspace/error-text.ts';
import { useTRPC } from '../../workspace/trpc.ts';
import { useReloadAccount, type AccountPanelProps } from './account-data.ts';
import { describeBrowser } from './describe-browser.ts';

/** The person's current sessions. */
export const SessionsPanel = ({ account: { sessions } }: AccountPanelProps) => {
  const trpc = useTRPC();
  const onSuccess = useReloadAccount();
  const endOne = useMutation(trpc.account.endSession.mutationOptions({ onSuccess }));
  const endOthers = useMutation(trpc.account.endOtherSessions.mutationOptions({ onSuccess }));
  const failure = endOne.error ?? endOthers.error;
  return (
    <Panel
      title="Signed in"
      actions={
        sessions.length > 1 && (
          <Button isBusy={endOthers.isPending} onClick={() => endOthers.mutate()}>
            Sign out everywhere else
          </Button>
        )
      }
    >
      <ul aria-label="Sessions" className="flex max-h-72 flex-col gap-2 overflow-auto">
        {sessions.map(({ id, address, userAgent, signedInAt, isCurrent }) => (
          <li key={id} className="flex items-center gap-2">
            <MonitorSmartphone aria-hidden className="size-4 shrink-0 text-muted" />
            <span className="flex min-w-0 flex-1 flex-col wrap-anywhere">
              <span>
                {describeBrowser(userAgent)}
                {isCurrent && <span className="text-muted"> (this one)</span>}
              </span>
              <span className="text-small text-muted">
                {address ?? 'unknown address'}, since <RelativeTime at={signedInAt} />
              </span>
            </span>
            {!isCurrent && (
              <Button
                aria-label={`Sign out ${describeBrowser(userAgent)} at ${address ?? 'an unknown address'}`}
                disabled={endOne.isPending}
                onClick={() => endOne.mutate({ sessionId: id })}
              >
                Sign out
              </Button>
            )}
          </li>
        ))}
      </ul>
      {failure !== null && (
        <p role="alert" className="mt-2 text-failed">
          {errorText(failure)}
        </p>
      )}
    </Panel>
  );
};
