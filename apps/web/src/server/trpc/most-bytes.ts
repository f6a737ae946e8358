import type { RequestContext } from './context.ts';

/** The largest document that is stored has 5 MB. This leaves room for the rest of the request. */
const ofMember = 6_000_000;

/** As much as a sign-in. */
const ofStranger = 20_000;

/**
 * The largest body that is read. Calls without a session hold a one-time link and a name or a password, and batches are
 * only sent by pages that read, whose input is in the address.
 */
export const mostBytes = (url: string, { person }: Pick<RequestContext, 'person'>): number =>
  person === undefined || new URL(url).searchParams.has('batch') ? ofStranger : ofMember;
