import { expect, test } from 'vitest';
import { mutate, send } from './support/send.ts';

/** Takes steps endlessly. */
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
  const ended = new AbortController();
  const submitting = mutate('ana', 'drafts.submit', {
    title: 'Bombs',
    description: '',
    drafts: [{ definitionId, revision: 2 }],
    changeNumber: null,
  }).finally(() => ended.abort());
  const answers: number[] = [];
  while (!ended.signal.aborted) answers.push((await send('/api/health')).status);
  const { status, result } = await submitting;
  const { outcome, problems } = result as { outcome: string; problems: { code: string; message: string }[] };
  const saved = problems.filter(({ code }) => code.startsWith('TEST_'));
  expect({ status, outcome, first: saved[0]?.message, last: saved.at(-1)?.code }).toEqual({
    status: 200,
    outcome: 'invalid',
    first:
      'The saved test "bomb 0" of the mapping "bombs" cannot run: The mapping takes more than 5000000 steps. Does it loop? Correct the mapping or what the test expects.',
    last: 'TEST_NOT_RUN',
  });
  expect(answers.length).toBeGreaterThan(3);
  expect(new Set(answers)).toEqual(new Set([200]));
});
