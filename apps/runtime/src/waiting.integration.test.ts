import { eq } from 'drizzle-orm';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cancelRun } from '@throughline/core/db/runs/cancel-run';
import { decideApproval } from '@throughline/core/db/runs/decide-approval';
import { approval, waitingStep } from '@throughline/core/db/schema/index';
import { FakeWorld, respond, step } from '../testing/fake-world.ts';
import { publishEvent } from './store/publish-event.ts';
import { waitUntil } from '../testing/wait-until.ts';

let world: FakeWorld;

beforeAll(async () => {
  world = await FakeWorld.open();
});
afterAll(() => world?.close());

const waitingSteps = (runId: string) =>
  world.tx((tx) => tx.select().from(waitingStep).where(eq(waitingStep.runId, runId)).orderBy(waitingStep.path));

/** The questions of a run, once there are so many. */
const questions = (runId: string, count: number) =>
  waitUntil(`${count} questions`, async () => {
    const rows = await world.tx((tx) =>
      tx.select().from(approval).where(eq(approval.runId, runId)).orderBy(approval.path),
    );
    return rows.length === count ? rows : undefined;
  });

const decide = (approvalId: string, decision: 'approved' | 'rejected') =>
  world.tx((tx) => decideApproval(tx, { approvalId, decision, decidedBy: 'user-ben', comment: '' }));

/** A question longer than what a step run stores of its input. */
const longText = 'Please look at every line of this order. '.repeat(2000);

/** Asks about each item inside a branch of a branch, so that every question waits in a workflow of its own. */
const asksAboutItems = [
  step(
    'for-each',
    'items',
    { items: '$trigger.items', itemKey: '$item', chunkSize: 1, concurrency: 2 },
    {
      bodies: {
        each: [
          step(
            'parallel',
            'sides',
            {
              branches: [
                { slot: 'left', title: 'Left' },
                { slot: 'right', title: 'Right' },
              ],
            },
            {
              bodies: {
                left: [
                  step(
                    'branch',
                    'big',
                    { cases: [{ slot: 'yes', title: 'Yes', when: 'true' }] },
                    {
                      bodies: {
                        yes: [
                          step('approve', 'ok', {
                            question: '$item & ": " & $trigger.text',
                            role: 'approver',
                            timeout: 'PT10M',
                          }),
                        ],
                        otherwise: [],
                      },
                    },
                  ),
                ],
                right: [],
              },
            },
          ),
          step('map', 'out', { mapping: 'decision', input: '{ "item": $item, "decision": $steps.ok.decision }' }),
        ],
      },
    },
  ),
  respond('answer', '$steps.items'),
];

describe('a step that waits', () => {
  it('gets its answer inside a branch inside a for-each, however long the question is', async () => {
    await world.publish('mapping', 'decision', {
      format: 1,
      text: 'item & " " & decision',
      source: { kind: 'any' },
      target: { kind: 'any' },
      tests: [],
    });
    await world.flow('asks-about-items', asksAboutItems);
    const runId = await world.start('asks-about-items', { items: ['a', 'b'], text: longText });
    const [first, second] = await questions(runId, 2);
    expect([first?.path, second?.path]).toEqual(['items[0].ok', 'items[1].ok']);
    expect((await waitingSteps(runId)).map(({ path, kind, topic }) => ({ path, kind, topic }))).toEqual([
      { path: 'items[0].ok', kind: 'approve', topic: 'step:items[0].ok' },
      { path: 'items[1].ok', kind: 'approve', topic: 'step:items[1].ok' },
    ]);
    await decide(second?.id ?? '', 'rejected');
    await decide(first?.id ?? '', 'approved');
    expect(await world.ended(runId)).toMatchObject({
      state: 'succeeded',
      output: { body: ['a approved', 'b rejected'] },
    });
    expect(await waitingSteps(runId)).toEqual([]);
  });

  it('hears an event whose subject is longer than what a step run stores of its input', async () => {
    await world.flow('waits-long', [
      step('wait', 'paid', { for: { what: 'event', type: 'order.paid', subject: '$trigger.text', timeout: 'PT10M' } }),
      respond('answer', '$steps.paid'),
    ]);
    await world.flow('pays-long', [
      step('publish', 'tell', { type: 'order.paid', subject: '$trigger.text', data: '{ "amount": 1 }' }),
    ]);
    const waiting = await world.start('waits-long', { text: longText });
    await waitUntil('waiting', async () => ((await waitingSteps(waiting)).length === 1 ? true : undefined));
    await world.runThrough('pays-long', { text: longText });
    expect((await world.ended(waiting)).output).toEqual({ status: 200, body: { amount: 1 } });
  });

  it('hears an event as soon as it is published, whatever becomes of the run that publishes it', async () => {
    await world.flow('waits-for-commit', [
      step('wait', 'paid', { for: { what: 'event', type: 'bill.paid', subject: '"B-1"', timeout: 'PT10M' } }),
      respond('answer', '$steps.paid'),
    ]);
    await world.flow('does-nothing', [respond('answer', '1')]);
    const waiting = await world.start('waits-for-commit', {});
    await waitUntil('waiting', async () => ((await waitingSteps(waiting)).length === 1 ? true : undefined));
    const { id: runId, environmentId } = await world.runThrough('does-nothing', {});
    const event = { type: 'bill.paid', subject: 'B-1', data: { amount: 1 } };
    await world.tx((tx) =>
      publishEvent(tx, { runId, environmentId, path: 'tell', ...event }, pino({ level: 'silent' })),
    );
    expect((await world.ended(waiting)).output).toEqual({ status: 200, body: { amount: 1 } });
  });

  it('shows its run as waiting until the last of its steps goes on', async () => {
    await world.flow('asks-about-items', asksAboutItems);
    const runId = await world.start('asks-about-items', { items: ['a', 'b'], text: '' });
    const [first, second] = await questions(runId, 2);
    await decide(first?.id ?? '', 'approved');
    await waitUntil('the first to go on', async () => ((await waitingSteps(runId)).length === 1 ? true : undefined));
    expect((await world.run(runId)).state).toBe('waiting');
    await decide(second?.id ?? '', 'approved');
    expect((await world.ended(runId)).state).toBe('succeeded');
  });

  it('takes no answer once its run was cancelled, and leaves the question undecided', async () => {
    await world.flow('asks', [step('approve', 'ok', { question: '"?"', role: 'approver', timeout: 'PT10M' })]);
    const runId = await world.start('asks', {});
    const [question] = await questions(runId, 1);
    await world.tx((tx) => cancelRun(tx, { runId, cancelledBy: 'user-olga', now: world.now() }));
    await expect(decide(question?.id ?? '', 'approved')).rejects.toMatchObject({ code: 'RUN_NOT_WAITING' });
    expect(await waitingSteps(runId)).toEqual([]);
    expect(await questions(runId, 1)).toMatchObject([{ decision: null }]);
  });
});
