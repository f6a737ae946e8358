import { setRunLabel } from '../store/set-run-label.ts';
import { inOrganisation } from '../run/in-organisation.ts';
import type { Frame } from '../run/run-context.ts';

/**
 * Gives a run the label that people read, as soon as the steps that its expression mentions have run. A notification
 * often carries no name, so the event is only the first attempt. A label that cannot be evaluated is left out, because
 * it must not stop a deal.
 */
export async function labelRun({ context, scope, prefix }: Frame): Promise<void> {
  const { businessLabel: text } = context.flow.settings;
  if (context.businessLabel !== null || text === undefined || prefix !== '' || context.workflowId !== context.runId)
    return;
  const label = await context.evaluator.expression(text, scope).catch(() => undefined);
  if (typeof label !== 'string' || label === '') return;
  context.businessLabel = label;
  await inOrganisation(context, (tx) => setRunLabel(tx, context.runId, label));
}
