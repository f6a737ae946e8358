import { afterAll, beforeAll, expect, it } from 'vitest';
import { withOrganisation } from '@throughline/core/db';
import { approval, type run } from '@throughline/core/db/schema/run';
import { createTestDatabase, type TestDatabase } from '@throughline/core/testing/db/test-database';
import { callerFor } from '../../../testing/caller-for.ts';
import { insertRun } from '../../../testing/insert-run.ts';

let own: TestDatabase;
beforeAll(async () => {
  own = await createTestDatabase();
});
afterAll(() => own.close());

/**
 * A run that asks an approver, although no engine runs: a decision that passes all checks ends with `RUN_NOT_WAITING`.
 */
const ask = async (given: Partial<typeof run.$inferInsert>, starterMayAnswer = false) =>
  withOrganisation(own.db, own.organisationId, async (tx) => {
    const environmentId = own.environmentIds.test;
    const runId = await insertRun(tx, environmentId, { state: 'running', ...given });
    const [question] = await tx
      .insert(approval)
      .values({
        environmentId,
        runId,
        path: 'ask',
        question: 'Go?',
        role: 'approver',
        starterMayAnswer,
        dueAt: new Date(),
      })
      .returning({ id: approval.id });
    return { runId, approvalId: question?.id ?? '' };
  });

const answerAs = (userId: string, approvalId: string) =>
  callerFor(own, userId, ['approver', 'operator']).runs.answerApproval({
    environment: 'test',
    approvalId,
    decision: 'approved',
    comment: '',
  });

const refused = { code: 'FORBIDDEN', message: expect.stringContaining('You started this run') };
const passed = { code: 'CONFLICT', message: expect.stringContaining('no longer waits') };

it('nobody answers the approval of a run they started themselves', async () => {
  const { approvalId } = await ask({ startedBy: 'user-ben' });
  await expect(answerAs('user-ben', approvalId)).rejects.toMatchObject(refused);
  await expect(answerAs('user-ada', approvalId)).rejects.toMatchObject(passed);
});

it('nobody answers for a run that is part of, or a replay of, one they started', async () => {
  const { runId: parentRunId } = await ask({ startedBy: 'user-ben' });
  const { approvalId: inChild } = await ask({ parentRunId });
  await expect(answerAs('user-ben', inChild)).rejects.toMatchObject(refused);
  const { approvalId: inReplay } = await ask({ replayOfRunId: parentRunId, startedBy: 'user-olga' });
  await expect(answerAs('user-ben', inReplay)).rejects.toMatchObject(refused);
  await expect(answerAs('user-olga', inReplay)).rejects.toMatchObject(refused);
  await expect(answerAs('user-ada', inReplay)).rejects.toMatchObject(passed);
});

it('nobody answers for a run that an event of their own run started, even indirectly', async () => {
  const { runId: first } = await ask({ startedBy: 'user-ben' });
  const { runId: second } = await ask({ causedByRunId: first });
  const { runId: called } = await ask({ parentRunId: second });
  const { approvalId } = await ask({ causedByRunId: called, startedBy: 'user-olga' });
  await expect(answerAs('user-ben', approvalId)).rejects.toMatchObject(refused);
  await expect(answerAs('user-olga', approvalId)).rejects.toMatchObject(refused);
  await expect(answerAs('user-ada', approvalId)).rejects.toMatchObject(passed);
});

it('a flow can allow it', async () => {
  const { approvalId } = await ask({ startedBy: 'user-ben' }, true);
  await expect(answerAs('user-ben', approvalId)).rejects.toMatchObject(passed);
});
