import type { SourceRecord, WriteOutcome } from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';
import type { ErrorClass } from '@throughline/core/connector/error';
import { describe, expect, it } from 'vitest';
import { salesforceManifest as manifest } from '../../salesforce/manifest.ts';
import type { Call, ObjectWire, Writes } from './system.ts';
import { writeRecords } from './write-records.ts';

/** A vendor that refuses a whole request as soon as one of its records is called Bad. */
function world(refusal: ErrorClass, more: Partial<Writes> = {}) {
  const sent: unknown[][] = [];
  const names = (records: readonly SourceRecord[]) => records.map((record) => record['Name']);
  const writes: Writes = {
    strategy: 'native-external-id',
    request: (_call, _object, _kind, steps) => ({
      method: 'POST',
      path: '/',
      body: steps.map(({ record }) => record),
      isRepeatable: false,
    }),
    outcomes: (_reply, _object, steps) => steps.map(({ effect }): WriteOutcome => ({ isOk: true, id: '1', effect })),
    ...more,
  };
  const call = {
    manifest,
    wireOf: () => ({ writes }) as unknown as ObjectWire,
    send: ({ body }: { body?: unknown }) => {
      const batch = names(body as SourceRecord[]);
      sent.push(batch);
      if (batch.includes('Bad')) return Promise.reject(new ConnectorError('No.', { class: refusal }));
      return Promise.resolve({ status: 200, headers: {}, body: undefined });
    },
  } as unknown as Call;
  const write = (operation: 'create' | 'delete', ...texts: readonly string[]) =>
    writeRecords(
      { call, concurrency: 1, check: () => Promise.resolve() },
      texts.map((Name) => ({
        object: 'Account',
        operation,
        record: { Name },
        ...(operation === 'delete' && { identity: { by: 'id', id: Name } }),
      })),
    );
  return { write, sent };
}

const short = (outcomes: readonly WriteOutcome[]) =>
  outcomes.map((each) => (each.isOk ? each.effect : each.error.class));

describe('a batch that is refused because of one record', () => {
  it('is halved until that record is alone', async () => {
    const { write, sent } = world('validation');
    const outcomes = await write('create', 'One', 'Two', 'Bad', 'Four');
    expect(short(outcomes)).toEqual(['created', 'created', 'validation', 'created']);
    expect(sent).toEqual([['One', 'Two', 'Bad', 'Four'], ['One', 'Two'], ['Bad', 'Four'], ['Bad'], ['Four']]);
  });

  it.each<ErrorClass>(['auth', 'throttled', 'transient', 'fatal'])(
    'stays whole where the refusal is no record’s fault: %s',
    async (refusal) => {
      const { write, sent } = world(refusal);
      expect(short(await write('create', 'One', 'Bad'))).toEqual([refusal, refusal]);
      expect(sent).toHaveLength(1);
    },
  );
});

it('does not delete again what is already gone', async () => {
  const { write, sent } = world('fatal', { isGone: (_call, _object, id) => Promise.resolve(id === 'Gone') });
  expect(await write('delete', 'Gone', 'There')).toEqual([
    { isOk: true, id: 'Gone', effect: 'unchanged' },
    { isOk: true, id: '1', effect: 'deleted' },
  ]);
  expect(sent).toEqual([['There']]);
});
