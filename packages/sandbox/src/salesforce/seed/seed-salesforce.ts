import type { SandboxClock } from '../../kit/clock.ts';
import type { SandboxState } from '../../kit/state.ts';
import { org } from '../org.ts';
import { instantOf } from '../records/sobject.ts';
import type { UnitOfWork } from '../records/unit-of-work.ts';
import { seedAccountRecords } from './seed-accounts.ts';
import { seedCatalogue, seedUserRecords } from './seed-catalogue.ts';
import { seedDealRecords } from './seed-deals.ts';

const DAY_MS = 86_400_000;
/** The firm has used its CRM for longer than the deals below are old. */
const ORG_AGE_DAYS = 400;

/** The sales side of Halden & Pike: 40 accounts, 54 contacts, 60 opportunities with their lines. Same ids and amounts every time. */
export function seedSalesforce(state: SandboxState, clock: SandboxClock): void {
  const unit: UnitOfWork = {
    state,
    userId: org.integrationUserId,
    now: instantOf(clock.nowMs() - ORG_AGE_DAYS * DAY_MS),
    changes: [],
  };
  state.transaction(() => {
    seedUserRecords(unit);
    seedCatalogue(unit);
    seedDealRecords(unit, clock, seedAccountRecords(unit));
  });
}
