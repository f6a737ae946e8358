import { Button } from '#ui/button.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { ExactTime } from '#ui/exact-time.tsx';

interface OneTimeLinkProps {
  readonly token: string;
  readonly expiresAt: Date;
  /** What the person does with it, as a sentence. */
  readonly purpose: string;
  readonly onClose: () => void;
}

/** A link that is shown only once. The secret is behind the #, which browsers never send to a server. */
export const OneTimeLink = ({ token, expiresAt, purpose, onClose }: OneTimeLinkProps) => {
  const link = `${window.location.origin}/join#${token}`;
  return (
    <div className="flex flex-col gap-3 pb-2">
      <Field label="Link to pass on" hint="It is shown only now, and works once.">
        {(control) => (
          <span className="flex items-center gap-1">
            <Input
              {...control}
              readOnly
              value={link}
              onFocus={(event) => event.target.select()}
              className="min-w-0 flex-1 font-mono text-code"
            />
            <CopyButton text={link} label="Copy the link" />
          </span>
        )}
      </Field>
      <p>
        {purpose} Send it where only they read: in a browser in which you have signed in it is refused. It works until{' '}
        <ExactTime at={expiresAt} />.
      </p>
      <p className="text-small text-muted">
        Because you have seen the link, this person cannot approve your work, nor you theirs, until another approver or
        administrator confirms that the account is really theirs.
      </p>
      <Button variant="primary" onClick={onClose} className="self-end">
        Done
      </Button>
    </div>
  );
};
