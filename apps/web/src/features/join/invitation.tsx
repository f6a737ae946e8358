import { useState, type FormEvent } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Button } from '#ui/button.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { CurrentPassword } from '../settings/account/current-password.tsx';
import { roleWords } from '../settings/people/role-words.ts';
import { authClient } from '../sign-in/auth-client.ts';
import { errorReason } from '../workspace/error-text.ts';
import { useTRPC, type Outputs } from '../workspace/trpc.ts';
import { errorPlaces } from './error-places.ts';
import { FormError } from './form-error.tsx';
import { NewAccount } from './new-account.tsx';
import { PasswordFields, useNewPassword } from './password-fields.tsx';

interface InvitationProps {
  readonly token: string;
  readonly link: Outputs['access']['describe'];
  readonly signedInAs: string | undefined;
}

/** Shows who is invited to what, and then offers to create an account or to use an existing one. */
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
  return <AcceptForm token={token} email={email} />;
};

interface AcceptFormProps {
  readonly token: string;
  readonly email: string;
}

/** Takes one click, or a new password if somebody in another organisation might know the old one. */
const AcceptForm = ({ token, email }: AcceptFormProps) => {
  const trpc = useTRPC();
  const [current, setCurrent] = useState('');
  const [asksPassword, setAsksPassword] = useState(false);
  const passwords = useNewPassword();
  const accept = useMutation(
    trpc.access.acceptWithAccount.mutationOptions({
      onSuccess: () => window.location.assign('/'),
      onError: (error) => {
        if (errorReason(error) === 'NEW_PASSWORD_NEEDED') setAsksPassword(true);
      },
    }),
  );
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!asksPassword) accept.mutate({ token });
    else if (passwords.check()) accept.mutate({ token, password: { current, next: passwords.chosen.password } });
  };
  const errors = errorPlaces(
    accept.error,
    { current: accept.variables?.password?.current, password: accept.variables?.password?.next },
    asksPassword ? { current, password: passwords.chosen.password } : {},
  );
  return (
    <form noValidate onSubmit={onSubmit} className="flex flex-col gap-3">
      <p className="wrap-anywhere">You are signed in as {email}.</p>
      {asksPassword && (
        <>
          <CurrentPassword value={current} onChange={setCurrent} error={errors.current} />
          <PasswordFields passwords={passwords} error={errors.password} />
        </>
      )}
      <FormError>{errors.form}</FormError>
      <Button type="submit" variant="primary" isBusy={accept.isPending}>
        Accept
      </Button>
    </form>
  );
};
