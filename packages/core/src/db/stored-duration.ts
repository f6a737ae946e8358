import { sql, type SQL } from 'drizzle-orm';
import { maxDurationDays } from '../flow/steps/step-kind.ts';

/** What `durationSchema` accepts, with as many digits as an interval certainly holds. */
const duration = '^P(?!$)(\\d{1,6}D)?(T(?=\\d)(\\d{1,8}H)?(\\d{1,9}M)?(\\d{1,9}S)?)?$';
const longest = `${maxDurationDays} days`;

/**
 * A duration that a stored document holds, as an interval of at most `maxDurationDays`: time stamps do not reach further.
 * Casting an invalid text would fail the whole query, so `otherwise` replaces it.
 */
export const storedDuration = (text: SQL, otherwise: SQL): SQL =>
  sql`case when ${text} ~ ${duration} then least((${text})::interval, ${longest}::interval) else ${otherwise} end`;
