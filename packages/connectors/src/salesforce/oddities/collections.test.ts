import { expect, it } from 'vitest';
import { objectOf } from '../../kit/object-manifest.ts';
import type { Step } from '../../kit/writes/decide-write.ts';
import { salesforceManifest } from '../manifest.ts';
import { collections } from './collections.ts';

const id = '001Qy00000AbCdEIAV';

it.each([
  [true, 'created'],
  [false, 'updated'],
])(
  'believes an upsert’s reply (created: %s), because a record can appear after it was looked for',
  (created, effect) => {
    const step: Step = { kind: 'upsert', key: 'A', effect: 'created', record: {} };
    const reply = { status: 200, headers: {}, body: [{ id, success: true, created, errors: [] }] };
    expect(collections.outcomes(reply, objectOf(salesforceManifest, 'Account'), [step])).toEqual([
      { isOk: true, id, effect },
    ]);
  },
);
