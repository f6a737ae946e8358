import type { WriteOutcome } from '@throughline/core/connector';
import { expect, it } from 'vitest';
import type { Step } from '../../kit/writes/decide-write.ts';
import { hubspotManifest } from '../manifest.ts';
import { batches } from './batches.ts';

const upsert = (key: string, effect: Step['effect']): Step => ({ kind: 'upsert', key, effect, record: {} });
const outcomesOf = (body: object, steps: readonly Step[]) =>
  batches.outcomes({ status: 207, headers: {}, body }, hubspotManifest.objects.companies, steps).map(short);

function short(outcome: WriteOutcome): readonly unknown[] {
  if (outcome.isOk) return [outcome.effect, outcome.id];
  return [outcome.error.class, outcome.error.isOutcomeUnknown];
}

const refusal = { status: 'error', category: 'VALIDATION_ERROR', message: 'No.' };

it('gives no record the error of its neighbour', () => {
  const results = [{ id: '7', objectWriteTraceId: '0', new: true }];
  const errors = [{ ...refusal, context: { objectWriteTraceId: ['1'] } }];
  const steps = ['A', 'B', 'C'].map((key) => upsert(key, 'updated'));
  expect(outcomesOf({ results, errors }, steps)).toEqual([
    ['created', '7'],
    ['validation', false],
    ['fatal', true],
  ]);
});

it('knows whose error it is where one record was sent alone', () => {
  expect(outcomesOf({ results: [], errors: [refusal] }, [upsert('A', 'updated')])).toEqual([['validation', false]]);
});

it('believes the reply, because a record can appear after it was looked for', () => {
  const results = [
    { id: '7', objectWriteTraceId: '0', new: false },
    { id: '8', objectWriteTraceId: '1' },
  ];
  expect(outcomesOf({ results }, [upsert('A', 'created'), upsert('B', 'created')])).toEqual([
    ['updated', '7'],
    ['created', '8'],
  ]);
});
