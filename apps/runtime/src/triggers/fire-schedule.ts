import { withOrganisation } from '@throughline/core/db';
import { startRun } from '@throughline/core/db/start-run';
import type { Services } from '../run/run-context.ts';
import { lastScheduled, noteScheduled } from '../store/last-scheduled.ts';
import type { TimedFlow } from '../store/list-timed-flows.ts';
import { dueOccurrence } from './due-occurrence.ts';

type ScheduledFlow = TimedFlow & { readonly trigger: Extract<TimedFlow['trigger'], { kind: 'schedule' }> };

/**
 * Starts a schedule's runs when its time has come. Every worker may try, because the occurrence is the event's
 * identity. Occurrences before the flow was published do not concern it.
 */
export async function fireSchedule(services: Pick<Services, 'db' | 'now'>, flow: ScheduledFlow): Promise<void> {
  const { organisationId, environmentId, definitionId, trigger, liveSince } = flow;
  await withOrganisation(services.db, organisationId, async (tx) => {
    const last = await lastScheduled(tx, flow);
    const after = last === undefined || last < liveSince ? liveSince : last;
    const due = dueOccurrence(trigger.cron, trigger.timeZone, after, new Date(services.now()));
    if (due === undefined) return;
    const scheduledAt = due.at.toISOString();
    await startRun(tx, {
      environmentId,
      definitionId,
      source: 'schedule',
      dedupeKey: `schedule:${scheduledAt}`,
      payload: { scheduledAt, missed: due.missed },
      occurredAt: due.at,
    });
    await noteScheduled(tx, flow, due.at);
  });
}
