import { Button } from '#ui/button.tsx';
import { CopyButton } from '#ui/copy-button.tsx';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onClose: () => void;
}

/** Codes for the day when the phone is lost. They are shown only once. */
export const RecoveryCodes = ({ codes, onClose }: RecoveryCodesProps) => (
  <div className="flex flex-col gap-3 pb-2">
    <p>
      Keep these where you find them without your phone. Each lets you in once instead of a code from the app. They are
      shown only now, and earlier ones no longer work.
    </p>
    <div className="flex items-start gap-1 rounded-md border border-line bg-sunken p-3">
      <ul aria-label="Recovery codes" className="grid flex-1 grid-cols-2 gap-x-6 gap-y-1 font-mono text-code">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <CopyButton text={codes.join('\n')} label="Copy the recovery codes" />
    </div>
    <Button variant="primary" onClick={onClose} className="self-end">
      I have kept them
    </Button>
  </div>
);
