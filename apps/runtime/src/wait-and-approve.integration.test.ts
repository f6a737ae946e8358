import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approval } from '@throughline/core/db/schema/index';
import { decideApproval } from '@throughline/core/db/runs/decide-approval';
import { FakeWorld, respond, step } from '../testing/fake-world.ts';
import { waitUntil } from '../testing/wait-until.ts';

let world: FakeWorld;

beforeAll(async () => {
  world = await FakeWorld.open();
});
afterAll(() => world?.close());

/** The run's answer, or the code and sentence of what stopped it. */
async function answerOf(key: string, payload: unknown = {}): Promise<unknown> {
  const ended = await world.runThrough(key, payload);
  return ended.state === 'succeeded'
    ? (ended.output as { body?: unknown }).body
    : { state: ended.state, code: ended.errorCode, message: ended.errorMessage };
}

describe('wait', () => {
  it('waits for a duration and for an instant', async () => {
    await world.flow('waits', [
      step('wait', 'pause', { for: { what: 'duration', duration: 'PT1S' } }),
      step('wait', 'past', { for: { what: 'instant', instant: '"2020-01-01T00:00:00Z"' } }),
      respond('answer', '[$steps.pause.waitedUntil > $flow.startedAt, $steps.past.waitedUntil]'),
    ]);
    expect(await answerOf('waits')).toEqual([true, '2020-01-01T00:00:00.000Z']);
  });

  it('continues with the data of the event that it waits for, and other events do not wake it', async () => {
    await world.flow('waits-event', [
      step('wait', 'paid', {
        for: { what: 'event', type: 'invoice.paid', subject: '$trigger.id', timeout: 'PT30S' },
      }),
      respond('answer', '$steps.paid'),
    ]);
    await world.flow('pays', [
      step('publish', 'tell', { type: 'invoice.paid', subject: '$trigger.id', data: '{ "amount": $trigger.amount }' }),
    ]);
    const waiting = await world.start('waits-event', { id: 'I-1' });
    await waitUntil('waiting', async () => ((await world.run(waiting)).state === 'waiting' ? true : undefined));
    await world.runThrough('pays', { id: 'I-2', amount: 1 });
    await world.runThrough('pays', { id: 'I-1', amount: 2 });
    expect((await world.ended(waiting)).output).toEqual({ status: 200, body: { amount: 2 } });
  });

  it('continues without the event after its timeout', async () => {
    await world.flow('waits-vain', [
      step('wait', 'paid', { for: { what: 'event', type: 'never.comes', subject: '"x"', timeout: 'PT1S' } }),
      respond('answer', '$exists($steps.paid.waitedUntil)'),
    ]);
    expect(await answerOf('waits-vain')).toBe(true);
  });
});

describe('approve', () => {
  beforeAll(() =>
    world.flow('asks', [
      step('approve', 'ok', { question: '"Release " & $trigger.id & "?"', role: 'approver', timeout: 'PT1M' }),
      respond('answer', '$steps.ok'),
    ]),
  );

  it('waits for a person and continues with the decision', async () => {
    const runId = await world.start('asks', { id: 'P-1' });
    const question = await waitUntil('the question', async () => {
      const [row] = await world.tx((tx) => tx.select().from(approval).where(eq(approval.runId, runId)));
      return row;
    });
    expect(question).toMatchObject({ path: 'ok', question: 'Release P-1?', role: 'approver', decision: null });
    const decide = () =>
      world.tx((tx) =>
        decideApproval(tx, { approvalId: question.id, decision: 'rejected', decidedBy: 'user-ben', comment: 'No.' }),
      );
    await decide();
    await expect(decide()).rejects.toMatchObject({ code: 'APPROVAL_DECIDED' });
    expect((await world.ended(runId)).output).toEqual({
      status: 200,
      body: { decision: 'rejected', by: 'user-ben', comment: 'No.' },
    });
  });

  it('says so when nobody answers in time', async () => {
    await world.flow('asks-vain', [
      step('approve', 'ok', { question: '"?"', role: 'operator', timeout: 'PT1S' }),
      respond('answer', '$steps.ok'),
    ]);
    expect(await answerOf('asks-vain')).toEqual({ decision: 'timed-out', by: null, comment: null });
  });
});
