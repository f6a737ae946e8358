import { sql, type SQL } from 'drizzle-orm';
import { storedDuration } from '@throughline/core/db/stored-duration';

/** Nothing is removed because of a setting that cannot be read. */
const forGood = sql`interval '1000 years'`;

/** How long the data of a flow is kept, according to its stored settings. */
export const storedRetention = (settings: SQL): SQL =>
  storedDuration(sql`coalesce(${settings}->>'retention', 'P90D')`, forGood);
