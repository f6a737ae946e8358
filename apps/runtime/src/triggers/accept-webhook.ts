import type { WebhookEvent, WebhookRequest } from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';
import { acrossOrganisations, withOrganisation, type OrganisationTx } from '@throughline/core/db';
import { keepUnclaimed } from '@throughline/core/db/events/keep-unclaimed';
import { unstorableValue } from '../failures/unstorable-value.ts';
import type { Services } from '../run/run-context.ts';
import { findConnectionById, type ConnectionRow } from '../store/find-connection.ts';
import { clearHookRefusal, noteHookRefusal } from '../store/hook-refusal.ts';
import { findTriggeredFlows } from '../store/find-triggered-flows.ts';
import { logUnreadable } from '../store/read-triggers.ts';
import { problem, type Problem } from './problem.ts';
import { requireSoundEvent } from './require-sound-event.ts';
import { takeWebhookEvent, webhookKey } from './take-webhook-event.ts';
import { ownValue } from '@throughline/core/connector/own-value';

export type WebhookAnswer =
  | { readonly isAccepted: true; readonly events: number; readonly taken: number }
  | { readonly isAccepted: false; readonly problem: Problem };

export interface AcceptWebhookInput {
  readonly connectionId: string;
  readonly request: WebhookRequest;
  readonly secretOf: (row: ConnectionRow) => string | undefined;
  readonly traceId?: string | undefined;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const unknownHook = problem(404, 'hook-unknown', 'Not found', 'No connection takes webhooks at this address.');

/**
 * Takes a system's webhook: checks its signature, and stores its events in one transaction, whether a flow listens to
 * them or not. Success is answered only for what that transaction committed, so the sender keeps what we could not keep.
 */
export async function acceptWebhook(services: Services, input: AcceptWebhookInput): Promise<WebhookAnswer> {
  const refuse = (refusal: Problem): WebhookAnswer => ({ isAccepted: false, problem: refusal });
  if (!uuid.test(input.connectionId)) return refuse(unknownHook);
  const row = await acrossOrganisations(services.db, (tx) => findConnectionById(tx, input.connectionId));
  const connector = row === undefined ? undefined : ownValue(services.connectors, row.system);
  if (row === undefined || connector?.readWebhook === undefined) return refuse(unknownHook);
  const secret = input.secretOf(row);
  if (secret === undefined) {
    return refuse(problem(401, 'hook-without-secret', 'Unauthorised', 'The connection has no webhook secret yet.'));
  }
  try {
    const events = connector.readWebhook(input.request, secret, services.now());
    for (const event of events) requireSoundEvent(event);
    const answer = await withOrganisation(services.db, row.organisationId, async (tx) => {
      if (row.hookRefusedAt !== null) await clearHookRefusal(tx, row.id);
      return store(tx, services, row, events, input);
    });
    services.heard();
    return answer;
  } catch (error) {
    const unstorable = unstorableValue(error, 'event');
    if (unstorable !== undefined) {
      const type = unstorable.code.toLowerCase().replaceAll('_', '-');
      return refuse(problem(400, type, 'Bad request', unstorable.message));
    }
    if (!(error instanceof ConnectorError)) throw error;
    const { message } = error;
    await withOrganisation(services.db, row.organisationId, (tx) => noteHookRefusal(tx, row.id, message));
    return refuse(
      error.class === 'auth'
        ? problem(401, 'signature-invalid', 'Unauthorised', error.message)
        : problem(400, 'webhook-invalid', 'Bad request', error.message),
    );
  }
}

async function store(
  tx: OrganisationTx,
  services: Services,
  row: ConnectionRow,
  events: readonly WebhookEvent[],
  { traceId }: AcceptWebhookInput,
): Promise<WebhookAnswer> {
  const triggered = await findTriggeredFlows(tx, row.environmentId, { kind: 'webhook', connection: row.key });
  logUnreadable(services.log, triggered.unreadable);
  const objects = ownValue(services.connectors, row.system)?.manifest.objects;
  let taken = 0;
  for (const event of events) {
    const object = ownValue(objects, event.object);
    const listening = triggered.flows.flatMap(({ definitionId, trigger }) =>
      trigger.kind === 'webhook' && trigger.object === event.object ? [{ definitionId, trigger }] : [],
    );
    if (object === undefined || listening.length === 0) await keep(tx, row, event);
    else {
      for (const flow of listening) {
        if (await takeWebhookEvent(tx, event, { row, object, traceId, ...flow })) taken += 1;
      }
    }
  }
  return { isAccepted: true, events: events.length, taken };
}

const keep = (tx: OrganisationTx, row: ConnectionRow, event: WebhookEvent): Promise<void> =>
  keepUnclaimed(tx, {
    environmentId: row.environmentId,
    connectionId: row.id,
    dedupeKey: webhookKey(row.id, event.id),
    record: { object: event.object, recordId: event.recordId, change: event.kind, sent: event.data },
    occurredAt: new Date(event.occurredAt),
  });
