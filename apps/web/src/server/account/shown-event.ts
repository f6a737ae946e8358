import { signInEvent } from '@throughline/core/db/schema/auth';

/** What a person sees of a sign-in event. */
export const shownEvent = {
  id: signInEvent.id,
  outcome: signInEvent.outcome,
  method: signInEvent.method,
  address: signInEvent.address,
  at: signInEvent.createdAt,
} as const;
