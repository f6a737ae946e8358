import { and, eq, inArray } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { run, stepRun } from '@throughline/core/db/schema/run';
import { isBoundedPayload } from '@throughline/core/db/words/bounded-payload';
import type { RunTarget } from '@throughline/core/db/words/replay-target';
import type { FlowDocument } from '@throughline/core/flow';
import { startAt } from '@throughline/core/flow/start-at';
import { kindOf } from '@throughline/core/flow/step';
import { walkSteps } from '@throughline/core/flow/walk';
import { Refusal } from '../trpc/refusal.ts';

/** What a person wants a test run to leave out. */
export interface TestLimits {
  /** Outputs by step id that take the place of executing these steps. */
  readonly pins: Readonly<Record<string, unknown>>;
  /** Begins at this step, with what the steps before it gave in an earlier test run. */
  readonly from: { readonly stepId: string; readonly runId: string | null } | null;
}

type TestTarget = Extract<RunTarget, { readonly kind: 'test' }>;

/** Most characters of JSON in all pinned outputs of one test. */
export const mostPinned = 500_000;
/** Most characters of JSON that a test takes from an earlier one. */
const mostEarlier = 2_000_000;

interface TestPlace {
  readonly environmentId: string;
  readonly definitionId: string;
}

/** The limits as the runtime takes them; undefined if there are none. @throws Refusal */
export async function testTarget(
  tx: OrganisationTx,
  place: TestPlace,
  flow: FlowDocument,
  { pins, from }: TestLimits,
): Promise<TestTarget | undefined> {
  requirePins(flow, pins);
  if (from === null) {
    return Object.keys(pins).length === 0 ? undefined : { kind: 'test', from: null, given: pins };
  }
  const start = startAt(flow.body, from.stepId);
  if (start === undefined) {
    throw new Refusal(
      'invalid',
      'TEST_CANNOT_BEGIN',
      'A test cannot begin here: not inside a loop or an error lane, and not at a disabled step. Begin at the step around it.',
    );
  }
  const earlier = from.runId === null ? {} : await outputsOf(tx, place, from.runId, start.passedBy);
  if (JSON.stringify(earlier).length > mostEarlier) {
    throw new Refusal(
      'invalid',
      'EARLIER_OUTPUTS_TOO_LARGE',
      'What the steps before this one gave is larger than 2,000,000 characters. Begin at an earlier step.',
    );
  }
  const { [from.stepId]: _own, ...given } = { ...earlier, ...pins };
  return { kind: 'test', from: from.stepId, given };
}

function requirePins({ body }: FlowDocument, pins: TestLimits['pins']): void {
  const steps = new Map([...walkSteps(body)].map(({ step }) => [step.id, step]));
  for (const id of Object.keys(pins)) {
    const step = steps.get(id);
    if (step === undefined) {
      throw new Refusal(
        'invalid',
        'PIN_WITHOUT_STEP',
        `The step “${id}” is pinned and not in the flow. Remove its pin.`,
      );
    }
    const { runs } = kindOf(step).control;
    if (runs === 'one-body' || runs === 'all-bodies') {
      throw new Refusal('invalid', 'PIN_ON_PATH', `“${step.name}” only chooses a way, so it has no output to pin.`);
    }
  }
  if (JSON.stringify(pins).length > mostPinned) {
    throw new Refusal(
      'invalid',
      'PINS_TOO_LARGE',
      'The pinned outputs are larger than 500,000 characters. Shorten them.',
    );
  }
}

/**
 * What these steps gave in an earlier test run of the same flow. Those inside loops ran once per item and are left out, as is
 * what was too large to be kept.
 */
async function outputsOf(
  tx: OrganisationTx,
  { environmentId, definitionId }: TestPlace,
  runId: string,
  stepIds: ReadonlySet<string>,
): Promise<Record<string, unknown>> {
  if (stepIds.size === 0) return {};
  const rows = await tx
    .select({ stepId: stepRun.stepId, output: stepRun.output })
    .from(stepRun)
    .innerJoin(run, eq(run.id, stepRun.runId))
    .where(
      and(
        eq(run.id, runId),
        eq(run.environmentId, environmentId),
        eq(run.definitionId, definitionId),
        eq(run.mode, 'test'),
        inArray(stepRun.stepId, [...stepIds]),
        eq(stepRun.path, stepRun.stepId),
        inArray(stepRun.state, ['succeeded', 'pinned']),
      ),
    );
  const whole = rows.filter(({ output }) => !isBoundedPayload(output));
  return Object.fromEntries(whole.map(({ stepId, output }) => [stepId, output]));
}
