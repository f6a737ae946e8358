import { ConnectorError } from '@throughline/core/connector/error';
import { describe, expect, it } from 'vitest';
import { createOnce } from './create-once.ts';

const lost = () => new ConnectorError('The reply was lost.', { class: 'transient', isOutcomeUnknown: true });
const refused = () => new ConnectorError('No.', { class: 'validation' });

/** A vendor whose `finds` and `creates` answer in turn; what happened is in `log`. */
function world(
  finds: readonly (string | undefined | Error)[],
  creates: readonly (string | Error)[],
  remainingMs = 60_000,
) {
  const log: string[] = [];
  const next = (name: string, answers: (string | undefined | Error)[]) => {
    const answer = answers.shift();
    log.push(name);
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  const [findAnswers, createAnswers] = [[...finds], [...creates]];
  const run = createOnce<string>({
    find: () => next('find', findAnswers),
    create: async () => (await next('create', createAnswers)) ?? '',
    sleep: (durationMs) => {
      log.push(`wait ${durationMs}`);
      return Promise.resolve();
    },
    scope: { signal: new AbortController().signal, deadlineMs: remainingMs, remainingMs: () => remainingMs },
  });
  return { run, log };
}

describe('createOnce', () => {
  it('creates what is not there', async () => {
    const { run, log } = world([undefined], ['7']);
    expect(await run).toEqual({ created: '7' });
    expect(log).toEqual(['find', 'create']);
  });

  it('creates nothing when it is there', async () => {
    const { run, log } = world(['7'], []);
    expect(await run).toEqual({ found: '7' });
    expect(log).toEqual(['find']);
  });

  it('reads back before anything else when the reply is lost', async () => {
    const { run, log } = world([undefined, '7'], [lost()]);
    expect(await run).toEqual({ created: '7' });
    expect(log).toEqual(['find', 'create', 'wait 250', 'find']);
  });

  it('creates again only after the read-back came up empty', async () => {
    const { run, log } = world([undefined, undefined], [lost(), '7']);
    expect(await run).toEqual({ created: '7' });
    expect(log).toEqual(['find', 'create', 'wait 250', 'find', 'create']);
  });

  it.each([
    ['every reply is lost', [undefined, undefined, undefined, undefined], [lost(), lost(), lost(), lost()], 60_000],
    ['the read-back fails too', [undefined, refused()], [lost()], 60_000],
    ['there is no time left to read back', [undefined], [lost()], 100],
  ])('reports the outcome as unknown when %s', async (_name, finds, creates, remainingMs) => {
    const { run } = world(finds, creates, remainingMs);
    await expect(run).rejects.toMatchObject({ class: 'transient', isOutcomeUnknown: true });
  });

  it('passes on a plain refusal', async () => {
    const { run, log } = world([undefined], [refused()]);
    await expect(run).rejects.toMatchObject({ class: 'validation' });
    expect(log).toEqual(['find', 'create']);
  });
});
