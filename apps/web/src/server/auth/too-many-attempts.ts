import { refuse } from './auth-call.ts';

/** The same answer for an existing account and a non-existent one, and for a locked account and a busy address. */
export const tooManyAttempts = (resetsAt: Date, now: Date): Response => {
  const seconds = Math.max(1, Math.ceil((resetsAt.getTime() - now.getTime()) / 1000));
  const minutes = Math.ceil(seconds / 60);
  return refuse(429, 'TOO_MANY_ATTEMPTS', describeWait(minutes), { 'retry-after': String(seconds) });
};

export const describeWait = (minutes: number): string =>
  `Too many failed attempts. Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`;
