import { and, eq } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { decideEvent, type EventDecision } from '@throughline/core/db/events/decide-event';
import { draftPins } from '@throughline/core/db/runs/draft-pins';
import { requireTestable, startTestRun } from '@throughline/core/db/runs/start-test-run';
import { connection } from '@throughline/core/db/schema/connection';
import { flowSchema, type FlowDocument, type FlowInput } from '@throughline/core/flow';
import { escapeLiteral, literal } from '@throughline/core/flow/field-value';
import { Refusal } from '../trpc/refusal.ts';

interface StartTestInput {
  readonly environmentId: string;
  readonly definitionId: string;
  /** The flow as it is in the editor, saved or not. */
  readonly flow: unknown;
  readonly payload: unknown;
  /** Runs the sample even if the trigger's condition does not hold. */
  readonly isConditionSkipped: boolean;
  readonly startedBy: string;
}

export interface StartedTest {
  /** Null if the event would not start a run. */
  readonly runId: string | null;
  /** Why a live event like the sample would not start a run. */
  readonly ignored: string | null;
}

/**
 * Starts a test run of the flow in the editor, with the drafts of everything it uses, if its trigger would start a run.
 */
export const startTest = async (tx: OrganisationTx, input: StartTestInput): Promise<StartedTest> => {
  const { environmentId, definitionId, payload, isConditionSkipped } = input;
  const flow = readFlow(input.flow);
  await requireTestable(tx, definitionId);
  const decision = decideEvent(flow, payload, Date.now(), !isConditionSkipped);
  // A person who skips the condition wants to see the run. A key that cannot be evaluated is reported by the validator.
  const ignored = isConditionSkipped ? null : whyIgnored(decision);
  if (ignored !== null) return { runId: null, ignored };
  const keys = decision.kind === 'start' ? decision.keys : {};
  const pins = await draftPins(tx, environmentId, flow);
  return { runId: await startTestRun(tx, { ...input, flow, keys, draftPins: pins }), ignored: null };
};

const whyIgnored = (decision: EventDecision): string | null => {
  switch (decision.kind) {
    case 'start':
      return null;
    case 'ignore':
      return 'This event would be ignored: the condition in “Only when” is false for it.';
    case 'refuse':
      return `This event would become an exception: a key or the condition cannot be evaluated for it. ${decision.message}`;
  }
};

const readFlow = (document: unknown): FlowDocument => {
  const parsed = flowSchema.safeParse(document);
  if (parsed.success) return parsed.data;
  throw new Refusal(
    'invalid',
    'FLOW_INCOMPLETE',
    'The flow is not complete yet. Open Problems, mend what is listed there, then test again.',
  );
};

interface ReadRecordInput {
  readonly environmentId: string;
  readonly definitionId: string;
  readonly connection: string;
  readonly object: string;
  readonly recordId: string;
  readonly include: readonly string[];
  readonly startedBy: string;
}

/** Reads one record through the runtime, which alone has the credentials: a test run of a flow that only does this. */
export const startRecordRead = async (tx: OrganisationTx, input: ReadRecordInput): Promise<string> => {
  const { connection: key, object, recordId, include, environmentId, definitionId, startedBy } = input;
  await requireConnectionKey(tx, environmentId, key);
  const flow: FlowInput = {
    format: 2,
    trigger: { kind: 'manual', name: 'Read a sample' },
    body: [
      {
        id: 'sample',
        name: `Read ${object}`,
        kind: 'read',
        config: {
          connection: key,
          object,
          find: { by: 'id', value: literal(escapeLiteral(recordId)) },
          include: [...include],
          onMissing: 'fail',
          missingCode: 'RECORD_NOT_FOUND',
        },
      },
    ],
    settings: {},
  };
  return startTestRun(tx, {
    environmentId,
    definitionId,
    flow: flowSchema.parse(flow),
    payload: { connection: key, object, recordId },
    startedBy,
  });
};

const requireConnectionKey = async (tx: OrganisationTx, environmentId: string, key: string): Promise<void> => {
  const [found] = await tx
    .select({ id: connection.id })
    .from(connection)
    .where(and(eq(connection.environmentId, environmentId), eq(connection.key, key)));
  if (found !== undefined) return;
  throw new Refusal('not-found', 'CONNECTION_NOT_FOUND', `There is no connection “${key}” in this environment.`);
};
