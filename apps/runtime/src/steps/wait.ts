import { DBOS } from '@dbos-inc/dbos-sdk';
import { stepTopic } from '@throughline/core/db/runs/engine-names';
import type { StepConfig, StepOf } from '@throughline/core/flow/step';
import { durationMs } from '@throughline/core/flow/duration-ms';
import { performEffect } from '../run/effect.ts';
import { inOrganisation } from '../run/in-organisation.ts';
import { noteWaiting, waitOnPurpose } from '../run/wait-on-purpose.ts';
import type { Frame } from '../run/run-context.ts';
import { businessFailure } from '../failures/step-failure.ts';
import { findPublished } from '../store/find-published.ts';
import { textOf } from './text-of.ts';
import type { StepExecutor } from './executor.ts';

type WaitFor = StepConfig<'wait'>['for'];

export const wait: StepExecutor<'wait'> = async (step, path, frame) => {
  const { context, scope } = frame;
  const awaited = step.config.for;
  if (awaited.what === 'event') return waitForEvent(step, awaited, path, frame);
  const { durationFrom, input } = await evaluateTime(awaited, frame);
  context.stepLog.input(path, input);
  if (context.mode === 'test') return { waitedUntil: null, would: { wait: input } };
  const nowMs = await DBOS.now();
  const untilMs = durationFrom(nowMs);
  await waitOnPurpose(context, { path, kind: 'wait' }, () => DBOS.sleep(Math.max(0, untilMs - nowMs)));
  return { waitedUntil: new Date(untilMs).toISOString() };

  async function evaluateTime(time: Exclude<WaitFor, { what: 'event' }>, { context }: Frame) {
    if (time.what === 'duration') {
      const ms = durationMs(time.duration);
      return { durationFrom: (from: number) => from + ms, input: { duration: time.duration } };
    }
    const instant = textOf(await context.evaluator.expression(time.instant, scope));
    const instantMs = Date.parse(instant);
    if (Number.isNaN(instantMs)) {
      throw businessFailure('INSTANT_INVALID', `"${instant}" is not an instant such as 2026-11-30T09:00:00Z.`);
    }
    return { durationFrom: () => instantMs, input: { instant } };
  }
};

/** An event published since the run began ends the wait at once, because it may have arrived before this step did. */
async function waitForEvent(
  step: StepOf<'wait'>,
  awaited: Extract<WaitFor, { what: 'event' }>,
  path: string,
  { context, scope }: Frame,
): Promise<unknown> {
  const subject = textOf(await context.evaluator.expression(awaited.subject, scope));
  const { type, timeout } = awaited;
  context.stepLog.input(path, { type, subject, timeout });
  if (context.mode === 'test') return { waitedUntil: null, would: { wait: { type, subject, timeout } } };
  const waiting = { path, kind: 'wait', event: { type, subject } } as const;
  const early = await performEffect({
    context,
    path,
    retry: step.retry,
    showAs: 'waiting',
    act: () =>
      inOrganisation(context, async (tx) => {
        const published = await findPublished(tx, context, { type, subject });
        if (published === null) await noteWaiting(tx, context, waiting);
        return published;
      }),
  });
  if (early !== null) return early.data;
  const message = await waitOnPurpose(context, waiting, () => receive(path, durationMs(timeout)));
  return message ?? { waitedUntil: new Date(await DBOS.now()).toISOString() };
}

const receive = (path: string, timeoutMs: number): Promise<unknown> =>
  DBOS.recv(stepTopic(path), { timeoutSeconds: Math.max(1, Math.ceil(timeoutMs / 1000)) });
