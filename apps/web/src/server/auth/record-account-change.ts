import { acrossOrganisations, type Database } from '@throughline/core/db';
import { recordSignInEvent } from './record-sign-in-event.ts';

export type AccountChange =
  | 'password-changed'
  | 'second-factor-enabled'
  | 'second-factor-disabled'
  | 'recovery-codes-made'
  | 'passkey-added'
  | 'passkey-removed';

interface ChangeRecord {
  readonly userId: string;
  readonly change: AccountChange;
  /** The address from which it was done; null if it is not known. */
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly now: Date;
}

/** Records a change of a sign-in: as a notice for its person, and in the audit log of each of their organisations. */
export const recordAccountChange = (database: Database, { change, ...record }: ChangeRecord): Promise<void> =>
  acrossOrganisations(database, (tx) =>
    recordSignInEvent(tx, {
      ...record,
      outcome: 'changed',
      method: change,
      audit: { action: `member.${change}`, details: { address: record.address } },
    }),
  );
