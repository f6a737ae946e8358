import type { JsonSchema } from '@throughline/core/connector/json-schema';
import { expect, it } from 'vitest';
import { salesforceManifest } from '../../salesforce/manifest.ts';
import { objectOf } from '../object-manifest.ts';
import { DescribeOnce } from './describe-once.ts';

const object = objectOf(salesforceManifest, 'Account');
/** Gives these answers, one after the other. */
const describing = (...answers: readonly Promise<JsonSchema>[]) => {
  const left = answers.values();
  return new DescribeOnce(() => left.next().value ?? Promise.reject(new Error('It is described already.')));
};

it('asks again after a failure', async () => {
  const failing = Promise.withResolvers<JsonSchema>();
  const described = describing(failing.promise, Promise.resolve({ title: 'Second' }));
  const first = described.get(object);
  failing.reject(new Error('No.'));
  await expect(first).rejects.toThrow('No.');
  expect(await described.get(object)).toEqual({ title: 'Second' });
});

it('keeps a newer description when an older one fails', async () => {
  const older = Promise.withResolvers<JsonSchema>();
  const described = describing(older.promise, Promise.resolve({ title: 'Newer' }));
  const first = described.get(object);
  await described.refresh(object);
  older.reject(new Error('No.'));
  await expect(first).rejects.toThrow('No.');
  expect(await described.get(object)).toEqual({ title: 'Newer' });
});
