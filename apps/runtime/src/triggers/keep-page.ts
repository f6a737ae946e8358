import type { RecordChange } from '@throughline/core/connector';
import type { OrganisationTx } from '@throughline/core/db';
import { StatementError } from '@throughline/core/db/database-error';
import { failureOf } from '../failures/failure-of.ts';
import { passPage, refuseChange, storeChanges, storePage, type StorePageInput } from './store-page.ts';

/**
 * Does work in a transaction during which the flow keeps following the object. Returns false when the flow has moved, or
 * when the work itself finds that another worker has taken the turn.
 */
export type WhileFollowed = <Result>(work: (tx: OrganisationTx) => Promise<Result | false>) => Promise<Result | false>;

/**
 * Stores a page. If the database refuses something in it for good, its events are stored one by one, so one of them does
 * not hold up the others; when this is repeated, what was stored is known by its version. Returns false if the flow
 * has moved since it asked for the page, or if another worker has taken the turn. A page that is left unread because of a
 * move is read when the flow moves back.
 */
export async function keepPage(input: StorePageInput, whileFollowed: WhileFollowed): Promise<boolean> {
  try {
    return await whileFollowed((tx) => storePage(tx, input));
  } catch (error) {
    if (!isRefusedForGood(error)) throw error;
  }
  for (const change of input.page.changes) {
    if (!(await keepAlone(change, input, whileFollowed))) return false;
  }
  return whileFollowed((tx) => passPage(tx, input));
}

async function keepAlone(change: RecordChange, input: StorePageInput, whileFollowed: WhileFollowed): Promise<boolean> {
  const page = { ...input.page, changes: [change] };
  try {
    return await whileFollowed(async (tx) => {
      await storeChanges(tx, { ...input, page });
      return true;
    });
  } catch (error) {
    if (!isRefusedForGood(error)) throw error;
    return whileFollowed(async (tx) => {
      await refuseChange(tx, change, failureOf(error), input);
      return true;
    });
  }
}

const isRefusedForGood = (error: unknown): boolean => error instanceof StatementError && error.isRefusedForGood;
