import { ConnectorError } from '@throughline/core/connector/error';
import { describe, expect, it } from 'vitest';
import { createOnce } from './create-once.ts';

const lost = () => new ConnectorError('The reply was lost.', { class: 'transient', isOutcomeUnknown: true });
const refused = () => new ConnectorError('No.', { class: 'validation' });

/** A vendor whose `finds` and `creates` answer in turn. `log` holds what happened. */
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
  it('creates a record that does not exist', async () => {
    const { run, log } = world([undefined], ['7']);
    expect(await run).toEqual({ created: '7' });
    expect(log).toEqual(['find', 'create']);
  });

  it('creates nothing when the record exists', async () => {
    const { run, log } = world(['7'], []);
    expect(await run).toEqual({ found: '7' });
    expect(log).toEqual(['find']);
  });

  it('reads back when the reply is lost', async () => {
    const { run, log } = world([undefined, '7'], [lost()]);
    expect(await run).toEqual({ created: '7' });
    expect(log).toEqual(['find', 'create', 'wait 500', 'find']);
  });

  it.each([
    ['the read-back comes up empty', [undefined, undefined], 60_000, ['find', 'create', 'wait 500', 'find']],
    ['the read-back fails too', [undefined, refused()], 60_000, ['find', 'create', 'wait 500', 'find']],
    ['there is no time left to read back', [undefined], 100, ['find', 'create']],
  ])('reports the outcome as unknown, and repeats nothing, when %s', async (_name, finds, remainingMs, calls) => {
    const { run, log } = world(finds, [lost(), '7'], remainingMs);
    await expect(run).rejects.toMatchObject({ class: 'transient', isOutcomeUnknown: true });
    expect(log).toEqual(calls);
  });

  it('passes on a plain refusal', async () => {
    const { run, log } = world([undefined], [refused()]);
    await expect(run).rejects.toMatchObject({ class: 'validation' });
    expect(log).toEqual(['find', 'create']);
  });
});
