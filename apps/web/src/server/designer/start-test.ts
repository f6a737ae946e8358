import { and, eq } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { startTestRun } from '@throughline/core/db/runs/start-test-run';
import { connection } from '@throughline/core/db/schema/connection';
import { flowSchema, type FlowDocument, type FlowInput } from '@throughline/core/flow';
import { escapeLiteral, literal } from '@throughline/core/flow/field-value';
import { Refusal } from '../trpc/refusal.ts';
import { draftPins } from './load-surroundings.ts';

interface StartTestInput {
  readonly environmentId: string;
  readonly definitionId: string;
  /** The flow as it stands in the editor, saved or not. */
  readonly flow: unknown;
  readonly payload: unknown;
  readonly startedBy: string;
}

/** Starts a test run of a flow as it stands in the editor, with the drafts of what it uses. Returns the run's id. */
export const startTest = async (tx: OrganisationTx, input: StartTestInput): Promise<string> =>
  startTestRun(tx, { ...input, flow: readFlow(input.flow), draftPins: await draftPins(tx) });

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
  readonly startedBy: string;
}

/** Reads one record through the runtime, which alone holds credentials: a test run of a flow that does only that. */
export const startRecordRead = async (tx: OrganisationTx, input: ReadRecordInput): Promise<string> => {
  const { connection: key, object, recordId, environmentId, definitionId, startedBy } = input;
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
          include: [],
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
