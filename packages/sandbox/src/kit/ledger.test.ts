import { expect, test } from 'vitest';
import { RequestLedger } from './ledger.ts';

const opened = (path: string) => ({ at: '2026-11-23T09:00:00.000Z', method: 'POST', path, bodyHash: '' });
const effect = (id: string) => ({ kind: 'created', collection: 'thing', id }) as const;

test('effects of requests that run at the same time go to the request that caused them', async () => {
  const ledger = new RequestLedger();
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  const slow = ledger.record(opened('/slow'), async () => {
    await gate;
    ledger.addEffect(effect('slow'));
  });
  await ledger.record(opened('/quick'), () => {
    ledger.addEffect(effect('quick'));
    return Promise.resolve();
  });
  open();
  await slow;
  ledger.addEffect(effect('outside'));
  expect(ledger.effects().map(({ id, requestSeq }) => [id, requestSeq])).toEqual([
    ['quick', 2],
    ['slow', 1],
    ['outside', null],
  ]);
});

test('beyond its capacity the oldest entries are dropped, and it says how many', async () => {
  const ledger = new RequestLedger();
  for (let n = 0; n <= 100_000; n += 1) await ledger.record(opened(`/${n}`), () => Promise.resolve());
  expect([ledger.dropped, ledger.requests()[0]?.path, ledger.requests().at(-1)?.path]).toEqual([
    10_000,
    '/10000',
    '/100000',
  ]);
});

test('clearing forgets the entries, but the numbering continues', async () => {
  const ledger = new RequestLedger();
  await ledger.record(opened('/a'), () => Promise.resolve());
  ledger.clear();
  await ledger.record(opened('/b'), () => Promise.resolve());
  expect(ledger.requests({ sinceSeq: 1 }).map(({ seq, path }) => [seq, path])).toEqual([[2, '/b']]);
});
