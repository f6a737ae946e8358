import { expect, test } from 'vitest';
import { mutate, send } from './support/send.ts';

/** Takes steps without end. */
const bomb = '($loop := function($n) { $loop($n + 1) }; $loop(Start))';

const mapping = {
  format: 1,
  text: bomb,
  source: { kind: 'any' },
  target: { kind: 'any' },
  tests: Array.from({ length: 20 }, (_, index) => ({ name: `bomb ${index}`, input: { Start: 1 }, expected: 1 })),
};

test('saved tests that never end fail with a sentence, and the web process answers while they run', async () => {
  const created = await mutate('ana', 'definitions.create', { kind: 'mapping', key: 'bombs', name: 'Bombs' });
  const { definitionId } = created.result as { definitionId: string };
  expect(await mutate('ana', 'drafts.save', { definitionId, document: mapping, expectedRevision: 1 })).toMatchObject({
    status: 200,
  });
  let isRunning = true;
  const submitting = mutate('ana', 'drafts.submit', {
    title: 'Bombs',
    description: '',
    drafts: [{ definitionId, revision: 2 }],
    changeNumber: null,
  }).finally(() => {
    isRunning = false;
  });
  const answers: number[] = [];
  while (isRunning) answers.push((await send('/api/health')).status);
  const refused = await submitting;
  expect(refused.status).toBe(422);
  expect(JSON.stringify(refused)).toContain('error');
  // The first and the last answer may fall outside of the tests.
  expect(answers.length).toBeGreaterThan(3);
  expect(new Set(answers)).toEqual(new Set([200]));
});
