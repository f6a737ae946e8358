import type { OrganisationTx } from '@throughline/core/db';
import { decideEvent } from '@throughline/core/db/events/decide-event';
import { draftPins } from '@throughline/core/db/runs/draft-pins';
import { requireTestable, startTestRun } from '@throughline/core/db/runs/start-test-run';
import { flowSchema, type FlowDocument } from '@throughline/core/flow';
import { Refusal } from '../trpc/refusal.ts';
import { testTarget, type TestLimits } from './test-target.ts';
import { whyIgnored } from './why-ignored.ts';

interface StartTestInput extends TestLimits {
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
  const { environmentId, definitionId, payload, isConditionSkipped, startedBy } = input;
  const flow = readFlow(input.flow);
  await requireTestable(tx, definitionId);
  const target = await testTarget(tx, input, flow, input);
  // A person who skips the condition, or begins behind the trigger, wants to see the run. A key that cannot be evaluated
  // is reported by the validator.
  const isWanted = isConditionSkipped || input.from !== null;
  const decision = decideEvent(flow, payload, Date.now(), !isWanted);
  const ignored = isWanted ? null : whyIgnored(decision);
  if (ignored !== null) return { runId: null, ignored };
  const keys = decision.kind === 'start' ? decision.keys : {};
  const drafts = await draftPins(tx, environmentId, flow);
  const accepted = { environmentId, definitionId, flow, payload, keys, target, draftPins: drafts, startedBy };
  return { runId: await startTestRun(tx, accepted), ignored: null };
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
