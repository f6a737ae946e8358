import { describe, expect, it } from 'vitest';
import { untilDatabaseAnswers } from './database-down.ts';

const coded = (code: string): Error => Object.assign(new Error(code), { code });
const wrapped = (cause: Error): Error => new Error('Failed query: select 1', { cause });

describe('untilDatabaseAnswers', () => {
  it('repeats while the database is down, and no longer', async () => {
    const answers = [coded('ECONNREFUSED'), wrapped(coded('57P01')), 'here'];
    await expect(
      untilDatabaseAnswers(async () => {
        const answer = answers.shift();
        if (answer instanceof Error) throw answer;
        return answer;
      }),
    ).resolves.toBe('here');
    await expect(untilDatabaseAnswers(() => Promise.reject(coded('23505')))).rejects.toThrow('23505');
  });
});
