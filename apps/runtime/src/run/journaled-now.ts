import { DBOS } from '@dbos-inc/dbos-sdk';
import type { Services } from './run-context.ts';

/** Reads the clock once: a resumed run gets the first reading again. It is named as the engine names its own readings. */
export const journaledNow = ({ now }: Pick<Services, 'now'>): Promise<number> =>
  DBOS.runStep(() => Promise.resolve(now()), { name: 'DBOS.now' });
