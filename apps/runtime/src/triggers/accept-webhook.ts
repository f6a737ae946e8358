import type { WebhookEvent, WebhookRequest } from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';
import { acrossOrganisations, withOrganisation, type OrganisationTx } from '@throughline/core/db';
import { startRun } from '@throughline/core/db/start-run';
import type { Services } from '../run/run-context.ts';
import { findConnectionById, type ConnectionRow } from '../store/find-connection.ts';
import { findTriggeredFlows } from '../store/find-triggered-flows.ts';
import { echoNote } from './echo-note.ts';
import { problem, type Problem } from './problem.ts';

export type WebhookAnswer =
  | { readonly isAccepted: true; readonly events: number; readonly runs: number }
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
 * Takes a system's webhook: checks its signature, and stores its events with the runs they start in one transaction.
 * Only what that committed is answered with success, so the sender keeps what we could not keep.
 */
export async function acceptWebhook(services: Services, input: AcceptWebhookInput): Promise<WebhookAnswer> {
  const refuse = (refusal: Problem): WebhookAnswer => ({ isAccepted: false, problem: refusal });
  if (!uuid.test(input.connectionId)) return refuse(unknownHook);
  const row = await acrossOrganisations(services.db, (tx) => findConnectionById(tx, input.connectionId));
  const connector = row === undefined ? undefined : services.connectors[row.system];
  if (row === undefined || connector?.readWebhook === undefined) return refuse(unknownHook);
  const secret = input.secretOf(row);
  if (secret === undefined) {
    return refuse(problem(401, 'hook-without-secret', 'Unauthorised', 'The connection has no webhook secret yet.'));
  }
  try {
    const events = connector.readWebhook(input.request, secret, services.now());
    return await withOrganisation(services.db, row.organisationId, (tx) => store(tx, services, row, events, input));
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
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
  const flows = await findTriggeredFlows(tx, row.environmentId, { kind: 'webhook', connection: row.key });
  const manifest = services.connectors[row.system]?.manifest;
  let runs = 0;
  for (const event of events) {
    const ignoreBecause = await echoNote(tx, row.id, manifest, event.object, event.recordId, event.data);
    for (const flow of flows.filter(({ object }) => object === event.object)) {
      const started = await startRun(tx, {
        environmentId: row.environmentId,
        definitionId: flow.definitionId,
        source: 'webhook',
        dedupeKey: `webhook:${row.id}:${event.id}`,
        payload: event.data,
        connectionId: row.id,
        occurredAt: new Date(event.occurredAt),
        traceId,
        ignoreBecause,
      });
      if (started.isNew && started.runId !== null) runs += 1;
    }
  }
  return { isAccepted: true, events: events.length, runs };
}
