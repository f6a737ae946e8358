import { sql, type SQL } from 'drizzle-orm';

/** What `durationSchema` accepts, as far as a time stamp reaches. */
const duration = '^P(?!$)(\\d{1,6}D)?(T(?=\\d)(\\d{1,8}H)?(\\d{1,9}M)?(\\d{1,9}S)?)?$';

/**
 * A duration that a stored document holds, as an interval. The database fails with a text that is none, and with it all
 * else that is asked together, so that `otherwise` stands for such a text.
 */
export const storedDuration = (text: SQL, otherwise: SQL): SQL =>
  sql`case when ${text} ~ ${duration} then (${text})::interval else ${otherwise} end`;
