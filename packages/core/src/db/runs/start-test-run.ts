import { and, eq, isNull } from 'drizzle-orm';
import { v7 } from 'uuid';
import type { FlowDocument } from '../../flow/definition.ts';
import type { OrganisationTx } from '../client.ts';
import { acceptRun } from './accept-run.ts';
import { definition } from '../schema/index.ts';
import type { RunTarget } from '../words/replay-target.ts';
import { RunError } from './run-error.ts';
import { requireRoomForTest } from './room-for-runs.ts';
import type { RunKeys } from './run-keys.ts';

export interface StartTestRunInput {
  readonly environmentId: string;
  readonly definitionId: string;
  /** The draft to try, already parsed by `flowSchema`. */
  readonly flow: FlowDocument;
  /** Drafts to use instead of live versions, `{ "mapping:key": document }`. */
  readonly draftPins?: Readonly<Record<string, unknown>>;
  /** The sample: `$trigger` of the run. */
  readonly payload: unknown;
  /** As the flow's settings determine them; a test of something else has none. */
  readonly keys?: Omit<RunKeys, 'isWanted'>;
  readonly startedBy: string;
  /** Where it begins, and the outputs that take the place of executing steps; absent when it does everything. */
  readonly target?: Extract<RunTarget, { readonly kind: 'test' }> | undefined;
}

/**
 * Runs a draft on a sample: reads are real, writes and messages answer what they would have done.
 * Returns its id.
 * @throws FlowNotRunnableError
 * @throws RunError `TOO_MANY_TESTS`, `FLOW_NOT_FOUND`
 */
export async function startTestRun(tx: OrganisationTx, input: StartTestRunInput): Promise<string> {
  await requireFlow(tx, input.definitionId);
  const runId = v7();
  await acceptRun(tx, { ...input, runId, keys: input.keys ?? {}, mode: 'test', source: 'test' });
  return runId;
}

/**
 * Refuses a test before any of its expressions is evaluated.
 * @throws RunError `TOO_MANY_TESTS`, `FLOW_NOT_FOUND`
 */
export async function requireTestable(tx: OrganisationTx, definitionId: string): Promise<void> {
  await requireFlow(tx, definitionId);
  await requireRoomForTest(tx);
}

/** A run keeps the id it was given, so it must be of a flow that this organisation has. */
async function requireFlow(tx: OrganisationTx, definitionId: string): Promise<void> {
  const [found] = await tx
    .select({ id: definition.id })
    .from(definition)
    .where(and(eq(definition.id, definitionId), eq(definition.kind, 'flow'), isNull(definition.archivedAt)));
  if (found === undefined) throw new RunError('FLOW_NOT_FOUND', 'There is no such flow here. Reload the page.');
}
