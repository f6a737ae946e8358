import { environmentProcedureFor, procedureFor, router } from '../trpc/procedures.ts';
import { countWaiting } from './count-waiting.ts';

export const workspaceRouter = router({
  /** Who is signed in, where, and with which rights. */
  current: procedureFor().query(({ ctx }) => ({ person: ctx.person, ...ctx.membership })),

  counts: environmentProcedureFor().query(({ ctx }) =>
    ctx.inOrganisation((tx) => countWaiting(tx, ctx.environment.id)),
  ),
});
