import { DBOS } from '@dbos-inc/dbos-sdk';
import type { Step } from '@throughline/core/flow/step';
import { ConnectionHeld } from '../connections/connection-held.ts';
import { untilDatabaseAnswers } from '../store/database-down.ts';
import { failureOf, SystemFailure } from '../failures/failure-of.ts';
import { decideRetry, defaultRetry } from '../failures/retry-decision.ts';
import type { RunContext } from './run-context.ts';
import { RunEnded } from '../failures/run-ended.ts';
import { timedOut } from './timed-out.ts';
import { inRunSpan } from './trace.ts';
import { StepFailure, type FailureFacts } from '../failures/step-failure.ts';

/** An effect, as the engine repeats and journals it. */
export interface Effect<Result> {
  readonly context: RunContext;
  /** Path of the step, unique in the run: names the effect in the journal. */
  readonly path: string;
  readonly retry: Step['retry'];
  /** How the step is shown meanwhile. It is `running` unless the step looks before it waits. */
  readonly showAs?: 'running' | 'waiting' | undefined;
  /** May begin after the flow's timeout: taking back what a run wrote is due even when the run took too long. */
  readonly isPastTimeout?: boolean | undefined;
  /**
   * Performs the effect and returns plain JSON. It may be called again although an earlier call took effect (because
   * the process was killed or the reply was lost), so it must find out by itself what was already done.
   */
  readonly act: (attempt: number) => Promise<Result>;
}

/** What is journaled about an attempt. Errors are stored as data, so that a restart reads exactly what was written. */
type Attempt<Result> =
  | { readonly kind: 'done'; readonly value: Result }
  | { readonly kind: 'cancelled' }
  | {
      readonly kind: 'held';
      readonly waitMs: number;
      readonly message: string;
      /** Set when the wait is shown among the step's retries. */
      readonly class?: string;
      readonly at: string;
    }
  | {
      readonly kind: 'failed';
      readonly failure: FailureFacts;
      readonly at: string;
      readonly isOutcomeUnknown: boolean;
      readonly retryAfterMs?: number;
      readonly random: number;
    };

/**
 * Performs an effect durably. Each attempt is journaled, waits between attempts survive restarts, and the journal alone
 * determines which attempts are made.
 * @throws StepFailure when it failed for good
 */
export async function performEffect<Result>(effect: Effect<Result>): Promise<Result> {
  const { context, path } = effect;
  const { stepLog, services } = context;
  context.pureSteps = 0;
  await stepLog.show(path, effect.showAs ?? 'running');
  for (let attempt = 1, held = 0; ;) {
    services.boundary(`before ${path}`);
    const outcome = await DBOS.runStep(() => attemptOnce(effect, attempt), { name: `${path} ${attempt}.${held}` });
    services.boundary(`after ${path}`);
    if (outcome.kind === 'done') return outcome.value;
    if (outcome.kind === 'cancelled') throw new RunEnded('cancelled');
    if (outcome.kind === 'held') {
      held += 1;
      const { class: errorClass, at, message, waitMs } = outcome;
      if (errorClass !== undefined) stepLog.hold(path, { at, class: errorClass, message, waitMs });
      await pause(context, path, errorClass === undefined ? 'waiting' : 'retrying', message, waitMs);
      continue;
    }
    const { failure, at, isOutcomeUnknown, retryAfterMs, random } = outcome;
    const policy = effect.retry ?? defaultRetry;
    const decision = decideRetry(policy, { attempt, class: failure.class, isOutcomeUnknown, retryAfterMs, random });
    if (!decision.isRetry) throw new StepFailure(failure);
    stepLog.retry(path, { at, class: failure.class, message: failure.message, waitMs: decision.waitMs });
    await pause(context, path, 'retrying', failure.message, decision.waitMs);
    attempt += 1;
  }
}

/** Waits durably, and shows the wait when it is long enough to be noticed. */
async function pause(
  context: RunContext,
  path: string,
  state: 'waiting' | 'retrying',
  message: string,
  waitMs: number,
): Promise<void> {
  await context.stepLog.show(path, state, message);
  await DBOS.sleep(waitMs);
  await context.stepLog.show(path, 'running');
}

function attemptOnce<Result>(effect: Effect<Result>, attempt: number): Promise<Attempt<Result>> {
  const { context, path } = effect;
  return context.services.activity.track(() =>
    inRunSpan(context, `step ${path}`, { 'throughline.step.path': path, 'throughline.step.attempt': attempt }, () =>
      attemptNow(effect, attempt),
    ),
  );
}

async function attemptNow<Result>(effect: Effect<Result>, attempt: number): Promise<Attempt<Result>> {
  const { services, deadlineMs } = effect.context;
  await services.lease.ensure();
  try {
    if (effect.isPastTimeout !== true && services.now() > deadlineMs) throw timedOut(effect.context);
    const value = await untilDatabaseAnswers(
      () => effect.act(attempt),
      () => services.log.warn({ path: effect.path }, 'The database does not answer; the step waits for it.'),
    );
    await services.lease.ensure();
    return { kind: 'done', value };
  } catch (error) {
    // A worker that lost its lease must not even journal its failure, because another one has taken over.
    await services.lease.ensure();
    if (error instanceof RunEnded) return { kind: 'cancelled' };
    const at = new Date(services.now()).toISOString();
    if (error instanceof ConnectionHeld) {
      const { waitMs, message, class: errorClass } = error;
      return { kind: 'held', waitMs, message, at, ...(errorClass === undefined ? {} : { class: errorClass }) };
    }
    const connector = error instanceof SystemFailure ? error.cause : undefined;
    const failure = failureOf(error);
    if (failure.class === 'internal')
      services.log.error({ err: error, path: effect.path }, 'A step failed because of an internal error.');
    return {
      kind: 'failed',
      failure,
      at,
      isOutcomeUnknown: connector?.isOutcomeUnknown ?? false,
      ...(connector?.retryAfterMs === undefined ? {} : { retryAfterMs: connector.retryAfterMs }),
      random: services.random(),
    };
  }
}
