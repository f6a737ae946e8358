import { z } from 'zod';
import { writeAudit } from '@throughline/core/db/audit';
import type { OfferedEvents } from '@throughline/core/db/events/find-offered';
import { offeredEvents, takeUpEvents } from '@throughline/core/db/events/take-up-events';
import { databaseInstantText } from '../database-instant.ts';
import { maskedEvents } from '../personal-data/masked-events.ts';
import { shownTo } from '../personal-data/shown-to.ts';
import { environmentProcedureFor, router } from '../trpc/procedures.ts';
import { findUnreadableFlows } from './find-unreadable-flows.ts';
import { liveTriggerKind } from './live-trigger-kind.ts';
import { listFlowEvents, listUnclaimed } from './list-events.ts';
import { readTriggerStates } from './read-trigger-states.ts';
import { requireFlow } from './require-flow.ts';

const flow = z.object({ flow: z.string().max(200) });

export const triggersRouter = router({
  /**
   * The state of a flow's trigger in an environment: what starts the version that is live there, or null if none is;
   * why that version cannot be read, or null if it can; and what was received from a system, or null if the trigger
   * does not listen to one.
   */
  state: environmentProcedureFor()
    .input(flow)
    .query(({ ctx, input }) =>
      ctx.inOrganisation(async (tx) => {
        const definitionId = await requireFlow(tx, input.flow);
        const startedBy = await liveTriggerKind(tx, ctx.environment.id, definitionId);
        const [state] = await readTriggerStates(tx, ctx.environment.id, new Date(), definitionId);
        const [unreadable] = await findUnreadableFlows(tx, ctx.environment.id, definitionId);
        return { startedBy, unreadable: unreadable?.trouble ?? null, state: state ?? null };
      }),
    ),

  events: environmentProcedureFor()
    .input(flow)
    .query(({ ctx, input }) =>
      ctx.inOrganisation(async (tx) => {
        const events = await listFlowEvents(tx, ctx.environment.id, await requireFlow(tx, input.flow));
        return shownTo(ctx, events, maskedEvents);
      }),
    ),

  /**
   * Flows that cannot be read, triggers with problems, and flows that could process events from before they went live.
   */
  troubles: environmentProcedureFor().query(({ ctx }) =>
    ctx.inOrganisation(async (tx) => {
      const environmentId = ctx.environment.id;
      const states = await readTriggerStates(tx, environmentId, new Date());
      const unreadable = await findUnreadableFlows(tx, environmentId);
      const isReadable = (id: string) => unreadable.every(({ definitionId }) => definitionId !== id);
      const ofTriggers = states.flatMap(({ definitionId, flowKey, flowName, trouble }) =>
        trouble === null || !isReadable(definitionId) ? [] : [{ definitionId, flowKey, flowName, trouble }],
      );
      const troubles = [...unreadable, ...ofTriggers];
      const offers: (OfferedEvents & { flowKey: string; flowName: string })[] = [];
      for (const { definitionId, flowKey, flowName, kind } of states) {
        if (kind !== 'webhook') continue;
        const offered = await offeredEvents(tx, { environmentId, definitionId });
        if (offered !== undefined) offers.push({ flowKey, flowName, ...offered });
      }
      return { troubles, offers };
    }),
  ),

  /** What a connection's system sent while no live flow listened. */
  unclaimed: environmentProcedureFor()
    .input(z.object({ connectionId: z.uuid() }))
    .query(async ({ ctx, input }) => {
      const found = await ctx.inOrganisation((tx) => listUnclaimed(tx, ctx.environment.id, input.connectionId));
      return shownTo(ctx, found, ({ objects, events }) => ({ objects, events: maskedEvents(events) }));
    }),

  /** What a flow could process from the time before it went live, or from an instant on; null if there is nothing. */
  offered: environmentProcedureFor()
    .input(flow.extend({ since: databaseInstantText.optional() }))
    .query(({ ctx, input }) =>
      ctx.inOrganisation(async (tx) => {
        const definitionId = await requireFlow(tx, input.flow);
        return (await offeredEvents(tx, { environmentId: ctx.environment.id, definitionId }, input.since)) ?? null;
      }),
    ),

  takeUp: environmentProcedureFor('approver', 'operator')
    .input(flow.extend({ since: databaseInstantText }))
    .mutation(({ ctx, input }) =>
      ctx.inOrganisation(async (tx) => {
        const { flow: key, since } = input;
        const definitionId = await requireFlow(tx, key);
        const environmentId = ctx.environment.id;
        const taken = await takeUpEvents(tx, { environmentId, definitionId }, { since, takenUpBy: ctx.person.id });
        await writeAudit(tx, {
          actor: ctx.person.id,
          action: 'events.taken-up',
          subjectType: 'flow',
          subjectId: definitionId,
          environmentId,
          details: { key, since, ...taken },
        });
        return taken;
      }),
    ),
});
