import { setTimeout as delay } from 'node:timers/promises';
import { and, count, gt, isNull, eq, sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import type { ListRequest, TestOutcome, SourceRecord, RecordIdentity } from '../../connector/contract.ts';
import type { JsonSchema } from '../../connector/json-schema.ts';
import { withOrganisation, type Database, type OrganisationTx } from '../client.ts';
import { engineRequest } from '../schema/index.ts';
import type { EngineRequestKind } from '../schema/engine-request.ts';
import { engineQueues, engineWorkflows } from './engine-names.ts';
import { enqueueWorkflow } from './engine-queue.ts';
import { RunError } from './run-error.ts';

/** Who asks, for which environment, and how long to wait for the runtime's answer in milliseconds. */
export interface RequestFrame {
  readonly organisationId: string;
  readonly environmentId: string;
  readonly requestedBy: string;
  readonly timeoutMs?: number | undefined;
}

export interface ReadSampleInput {
  readonly connectionId: string;
  readonly object: string;
  /** Absent reads the first records of the object. */
  readonly identity?: RecordIdentity | undefined;
  readonly include?: readonly string[] | undefined;
  /** As in a list of the connector, and only without an identity. */
  readonly where?: ListRequest['where'];
  readonly newestFirst?: boolean | undefined;
  readonly nameHas?: string | undefined;
  /** The largest number of records, from 1 to 50. */
  readonly limit?: number | undefined;
}

/** Signs in with a connection and reads something small; also marks the connection's state. @throws RunError */
export const requestConnectionTest = (db: Database, frame: RequestFrame, connectionId: string): Promise<TestOutcome> =>
  ask(db, frame, 'test-connection', { connectionId }) as Promise<TestOutcome>;

/** Reads records to try a mapping or a flow on. @throws RunError */
export const readSample = (
  db: Database,
  frame: RequestFrame,
  input: ReadSampleInput,
): Promise<{ records: readonly SourceRecord[] }> =>
  ask(db, frame, 'read-sample', input) as Promise<{ records: readonly SourceRecord[] }>;

/** The schema of an object as the account has it now. @throws RunError */
export const describeObject = (
  db: Database,
  frame: RequestFrame,
  input: { connectionId: string; object: string },
): Promise<JsonSchema> => ask(db, frame, 'describe-object', input) as Promise<JsonSchema>;

const defaultTimeoutMs = 20_000;
/** Somebody waits for each request, and asks again and again for its answer, so one more than this is refused. */
const mostWaiting = 8;

const firstPauseMs = 100;
const longestPauseMs = 1000;

/**
 * The web app holds neither connectors nor decrypted secrets, so it leaves a request in the database and waits for a
 * runtime to answer it. No port is needed between the two apps, and row-level security guards the answer.
 */
async function ask(db: Database, frame: RequestFrame, kind: EngineRequestKind, input: unknown): Promise<unknown> {
  const { organisationId, environmentId, requestedBy, timeoutMs = defaultTimeoutMs } = frame;
  const id = v7();
  await withOrganisation(db, organisationId, async (tx) => {
    await requireRoom(tx, organisationId);
    await tx.insert(engineRequest).values({ id, environmentId, kind, input, requestedBy });
    await enqueueWorkflow(tx, {
      workflow: engineWorkflows.answerRequest,
      queue: engineQueues.control,
      id: `request:${id}`,
      args: [{ organisationId, requestId: id }],
    });
  });
  let pauseMs = firstPauseMs;
  const deadline = Date.now() + timeoutMs;
  while (Date.now() < deadline) {
    const [answer] = await withOrganisation(db, organisationId, (tx) =>
      tx
        .select({ state: engineRequest.state, output: engineRequest.output, errorMessage: engineRequest.errorMessage })
        .from(engineRequest)
        .where(eq(engineRequest.id, id)),
    );
    if (answer?.state === 'succeeded') return answer.output;
    if (answer?.state === 'failed') {
      throw new RunError('REQUEST_FAILED', answer.errorMessage ?? 'The runtime could not answer.');
    }
    await delay(Math.min(pauseMs, Math.max(0, deadline - Date.now())));
    pauseMs = Math.min(longestPauseMs, 1.5 * pauseMs);
  }
  throw new RunError(
    'REQUEST_TIMED_OUT',
    `No runtime answered within ${Math.round(timeoutMs / 1000)} seconds. Check that a runtime is running.`,
  );
}

/** Counts the requests that somebody may still be waiting for, one caller at a time. @throws RunError `TOO_BUSY` */
async function requireRoom(tx: OrganisationTx, organisationId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`engine-request:${organisationId}`}, 0))`);
  const isRecent = gt(engineRequest.createdAt, sql`now() - ${defaultTimeoutMs} * interval '1 millisecond'`);
  const [waiting] = await tx
    .select({ count: count() })
    .from(engineRequest)
    .where(and(isNull(engineRequest.state), isRecent));
  if ((waiting?.count ?? 0) < mostWaiting) return;
  throw new RunError(
    'TOO_BUSY',
    `Your organisation already waits for ${mostWaiting} answers of the runtime. Wait a moment and try again.`,
  );
}
