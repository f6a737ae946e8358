import { DBOS } from '@dbos-inc/dbos-sdk';
import { businessFailure } from '../failures/step-failure.ts';
import { performEffect } from '../run/effect.ts';
import { inOrganisation } from '../run/in-organisation.ts';
import { journals } from '../run/journals.ts';
import { messageIdOf, publishEvent } from '../store/publish-event.ts';
import { allowEffect } from './allow-effect.ts';
import { textOf } from './text-of.ts';
import type { StepExecutor } from './executor.ts';

export const publish: StepExecutor<'publish'> = async ({ config, retry }, path, { context, scope }) => {
  const subject = textOf(await context.evaluator.expression(config.subject, scope));
  const data = await context.evaluator.expression(config.data, scope);
  if (data === undefined || data === null) {
    throw businessFailure(
      'EVENT_WITHOUT_DATA',
      `The data of the event "${config.type}" is nothing, and the flows that it starts would have nothing to work on. Give the event data, {} if there is none to give.`,
    );
  }
  const event = { type: config.type, subject, data };
  context.stepLog.input(path, event);
  if (context.mode === 'test') return { eventId: null, would: { publish: event } };
  const { runId, environmentId } = context;
  const published = await performEffect({
    context,
    path,
    retry,
    act: () =>
      inOrganisation(context, async (tx) => {
        const input = { runId, environmentId, path, ...event };
        const published = await publishEvent(tx, input, context.services.log);
        // This comes last, because a branch of this run that begins to wait for the event locks its subject before the run.
        await allowEffect(tx, context);
        return published;
      }),
  });
  if (context.journal < journals.tellsInCommit) {
    for (const { workflowId, topic, path: waitingPath } of published.waiting) {
      await DBOS.send(workflowId, data, topic, messageIdOf(published.eventId, waitingPath));
    }
  }
  return { eventId: published.eventId };
};
