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
  /** Where it was done from; null where nobody knows. */
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly now: Date;
}

/** Records what was changed about a sign-in: as a notice for its person, and in the audit log of each of their organisations. */
export const recordAccountChange = (database: Database, { change, ...record }: ChangeRecord): Promise<void> =>
  acrossOrganisations(database, (tx) =>
    recordSignInEvent(tx, {
      ...record,
      outcome: 'changed',
      method: change,
      audit: { action: `member.${change}`, details: { address: record.address } },
    }),
  );
