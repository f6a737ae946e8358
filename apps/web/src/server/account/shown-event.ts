import { signInEvent } from '@throughline/core/db/schema/auth';

/** What a person is shown of an event of their sign-in. */
export const shownEvent = {
  id: signInEvent.id,
  outcome: signInEvent.outcome,
  method: signInEvent.method,
  address: signInEvent.address,
  at: signInEvent.createdAt,
} as const;
