import type { Database } from '@throughline/core/db';
import type { ProveFactor } from '../auth/prove-factor.ts';
import type { Membership } from '../workspace/find-membership.ts';

/** Who asks. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** What every procedure starts from; tests create one directly. */
export interface RequestContext {
  readonly database: Database;
  readonly person: Person | undefined;
  /** The session of this request. */
  readonly sessionId?: string | undefined;
  /** People who have signed in with this browser before. */
  readonly browserAccounts?: readonly string[] | undefined;
  /** Left out where nobody signs in, and nobody then proves a second factor. */
  readonly proveFactor?: ProveFactor | undefined;
  /** Undefined for a person without an organisation. */
  readonly membership: Membership | undefined;
}
