import { StatementError } from '@throughline/core/db/database-error';
import { storableLabel } from '@throughline/core/db/storable-text';
import { setRunLabel } from '../store/set-run-label.ts';
import { inOrganisation } from '../run/in-organisation.ts';
import type { Frame } from '../run/run-context.ts';

/**
 * Gives a run the label that people read, as soon as the steps that its expression mentions have run. A notification
 * often carries no name, so the event is only the first attempt. A label that cannot be evaluated or stored is left
 * out, because it must not stop a deal.
 */
export async function labelRun({ context, scope, prefix }: Frame): Promise<void> {
  const { businessLabel: text } = context.flow.settings;
  if (context.businessLabel !== null || text === undefined || prefix !== '' || context.workflowId !== context.runId)
    return;
  const label = await context.evaluator.expression(text, scope).catch(() => undefined);
  if (typeof label !== 'string' || label === '') return;
  const stored = storableLabel(label);
  context.businessLabel = stored;
  try {
    await inOrganisation(context, (tx) => setRunLabel(tx, context.runId, stored));
  } catch (error) {
    if (!(error instanceof StatementError)) throw error;
    context.services.log.warn({ runId: context.runId, reason: error.message }, 'The label of a run was not stored.');
  }
}
