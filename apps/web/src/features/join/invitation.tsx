import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Button } from '#ui/button.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { roleWords } from '../settings/people/role-words.ts';
import { authClient } from '../sign-in/auth-client.ts';
import { errorText } from '../workspace/error-text.ts';
import { useTRPC, type Outputs } from '../workspace/trpc.ts';
import { NewAccount } from './new-account.tsx';

interface InvitationProps {
  readonly token: string;
  readonly link: Outputs['access']['describe'];
  readonly signedInAs: string | undefined;
}

/** Who is invited to what; then a new account, or the one they have. */
export const Invitation = ({ token, link, signedInAs }: InvitationProps) => {
  const [way, setWay] = useState<'new' | 'existing'>(signedInAs === link.email ? 'existing' : 'new');
  return (
    <div className="flex flex-col gap-4">
      <div>
        <h2 className="text-heading font-semibold">Join {link.organisationName}</h2>
        <p className="mt-1 text-muted wrap-anywhere">
          {link.email} is invited as {link.roles.map((role) => roleWords[role].title.toLowerCase()).join(', ')}.
        </p>
      </div>
      <Segmented
        label="Account"
        value={way}
        onChange={(value) => setWay(value === 'existing' ? 'existing' : 'new')}
        segments={[
          { value: 'new', label: 'I am new here' },
          { value: 'existing', label: 'I have an account' },
        ]}
      />
      {way === 'new' ? (
        <NewAccount token={token} email={link.email} />
      ) : (
        <ExistingAccount token={token} email={link.email} signedInAs={signedInAs} />
      )}
    </div>
  );
};

interface ExistingAccountProps {
  readonly token: string;
  readonly email: string;
  readonly signedInAs: string | undefined;
}

const ExistingAccount = ({ token, email, signedInAs }: ExistingAccountProps) => {
  const trpc = useTRPC();
  const accept = useMutation(
    trpc.access.acceptWithAccount.mutationOptions({ onSuccess: () => window.location.assign('/') }),
  );
  if (signedInAs !== email) {
    return (
      <div className="flex flex-col gap-3">
        <p className="wrap-anywhere">
          {signedInAs === undefined
            ? `Sign in as ${email}, then open this link again.`
            : `You are signed in as ${signedInAs}. Sign in as ${email}, then open this link again.`}
        </p>
        <Button
          variant="primary"
          onClick={() => {
            const leave = () => window.location.assign('/sign-in');
            if (signedInAs === undefined) leave();
            else void authClient.signOut().then(leave);
          }}
        >
          Go to sign-in
        </Button>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      <p className="wrap-anywhere">You are signed in as {signedInAs}.</p>
      {accept.isError && (
        <p role="alert" className="text-failed">
          {errorText(accept.error)}
        </p>
      )}
      <Button variant="primary" isBusy={accept.isPending} onClick={() => accept.mutate({ token })}>
        Accept
      </Button>
    </div>
  );
};
