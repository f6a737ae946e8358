import type { RecordIdentity } from '@throughline/core/connector';
import type { WriteOperation } from '@throughline/core/connector/manifest';
import { describe, expect, it } from 'vitest';
import { decideWrite } from './decide-write.ts';
import type { WriteStrategy } from './write-strategies.ts';

const record = { Name: 'A' };
const id = { by: 'id', id: '7' } as const;
const key = { by: 'external-id', value: 'K' } as const;
const fields = { by: 'fields', fields: { Name: 'A' } } as const;

const create = { kind: 'create', effect: 'created', record };
const update = { kind: 'update', effect: 'updated', id: '7', record };
const send = (step: object) => ({ do: 'send', step });
const look = { do: 'look' };
const refuse = { do: 'refuse' };
const nothing = { do: 'nothing', id: '7' };

type Row = readonly [WriteOperation, RecordIdentity | undefined, string | null | undefined, object];

const decide = (strategy: WriteStrategy, [operation, identity, found]: Row) =>
  decideWrite({ operation, identity, record, strategy, found });

describe('decideWrite', () => {
  it.each<Row>([
    ['create', undefined, undefined, send(create)],
    ['create', fields, undefined, look],
    ['create', fields, null, send(create)],
    ['create', fields, '7', nothing],
    ['create', id, undefined, look],
    ['create', id, '7', nothing],
    ['update', id, undefined, send(update)],
    ['update', key, undefined, look],
    ['update', key, '7', send(update)],
    ['update', key, null, refuse],
    ['update', undefined, undefined, refuse],
    ['upsert', id, undefined, send(update)],
    ['upsert', fields, undefined, look],
    ['upsert', fields, '7', send(update)],
    ['upsert', fields, null, send(create)],
    ['delete', id, undefined, send({ kind: 'delete', effect: 'deleted', id: '7', record })],
    ['delete', key, undefined, look],
    ['delete', key, '7', send({ kind: 'delete', effect: 'deleted', id: '7', record })],
    ['delete', key, null, refuse],
  ])('is the same for every vendor without our key: %s by %j, found %j', (...row) => {
    for (const strategy of ['native-external-id', 'silent-external-id', 'find-then-write'] as const) {
      expect(decide(strategy, row)).toEqual(row[3]);
    }
  });

  const upsert = (effect: string) => send({ kind: 'upsert', effect, key: 'K', record });
  const createOnce = { do: 'create-once', key: 'K', step: { ...create, key: 'K' } };
  it.each<readonly [WriteStrategy, ...Row]>([
    ['native-external-id', 'upsert', key, undefined, upsert('updated')],
    ['native-external-id', 'create', key, undefined, look],
    ['native-external-id', 'create', key, null, upsert('created')],
    ['native-external-id', 'create', key, '7', nothing],
    ['silent-external-id', 'upsert', key, undefined, look],
    ['silent-external-id', 'upsert', key, null, upsert('created')],
    ['silent-external-id', 'upsert', key, '7', upsert('updated')],
    ['silent-external-id', 'create', key, undefined, createOnce],
    ['find-then-write', 'upsert', key, undefined, createOnce],
    ['find-then-write', 'create', key, undefined, createOnce],
  ])('uses what the vendor offers for our key: %s, %s by %j, found %j', (strategy, ...row) => {
    expect(decide(strategy, row)).toEqual(row[3]);
  });
});
