import type { Outputs } from '../workspace/trpc.ts';
import { NewAccount } from './new-account.tsx';

interface FirstAdministratorProps {
  readonly token: string;
  readonly link: Outputs['access']['describe'];
}

/**
 * The page behind the link that a new installation prints once: it creates the first account, which can invite
 * everybody else.
 */
export const FirstAdministrator = ({ token, link }: FirstAdministratorProps) => (
  <div className="flex flex-col gap-4">
    <div>
      <h2 className="text-heading font-semibold">Set up Throughline</h2>
      <p className="mt-1 text-muted wrap-anywhere">
        You become the administrator of {link.organisationName}, and invite everybody else afterwards.
      </p>
    </div>
    <NewAccount token={token} />
  </div>
);
