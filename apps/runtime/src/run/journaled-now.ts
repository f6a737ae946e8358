import { DBOS } from '@dbos-inc/dbos-sdk';
import type { Services } from './run-context.ts';

/** Reads the clock once: a run that is resumed reads what was read the first time. Named as the engine names its own. */
export const journaledNow = ({ now }: Pick<Services, 'now'>): Promise<number> =>
  DBOS.runStep(() => Promise.resolve(now()), { name: 'DBOS.now' });
