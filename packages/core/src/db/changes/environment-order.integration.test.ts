import { afterAll, expect, test } from 'vitest';
import { caught, changeTestKit, checks, valueMap } from '../../../testing/db/change-test-kit.ts';
import { loadPreview } from './load-preview.ts';
import { rollBackRelease } from './roll-back-release.ts';

const { own, inside, create, open, approve, publish, liveDocument } = await changeTestKit();
afterAll(() => own.close());

const approvedChange = async (key: string) => {
  const definitionId = await create('value-map', key, valueMap('one'));
  const { changeId, number } = await open(definitionId);
  await approve(changeId);
  return { definitionId, changeId, number };
};

test('a change reaches production only after it was published to test', async () => {
  const { definitionId, changeId, number } = await approvedChange('straight-to-production');
  const refusal = {
    code: 'ENVIRONMENT_ORDER',
    message: `Change ${number} was not published to Test yet. Publish it to Test first; Production comes after it.`,
  };
  expect(await caught(publish(changeId, 'production'))).toMatchObject(refusal);
  const environmentId = own.environmentIds.production;
  expect(await caught(inside((tx) => loadPreview(tx, { changeId, environmentId }, checks)))).toMatchObject(refusal);
  expect(await liveDocument(definitionId, 'production')).toBeUndefined();

  await publish(changeId, 'test');
  await publish(changeId, 'production');
  expect(await liveDocument(definitionId, 'production')).toEqual(valueMap('one'));
});

test('development is optional: it does not count as the environment before production', async () => {
  const { changeId } = await approvedChange('development-only');
  await publish(changeId, 'development');
  expect(await caught(publish(changeId, 'production'))).toMatchObject({ code: 'ENVIRONMENT_ORDER' });
});

test('a change that was rolled back in test does not reach production until it is published to test again', async () => {
  const { definitionId, changeId, number } = await approvedChange('rolled-back-in-test');
  const { releaseId } = await publish(changeId, 'test');
  await inside((tx) => rollBackRelease(tx, { releaseId, rolledBackBy: 'user-ben', note: 'Wrong rate.' }, checks));
  expect(await caught(publish(changeId, 'production'))).toMatchObject({
    code: 'ENVIRONMENT_ORDER',
    message: `Change ${number} was rolled back in Test. Publish it to Test again first; Production comes after it.`,
  });
  await publish(changeId, 'test');
  await publish(changeId, 'production');
  expect(await liveDocument(definitionId, 'production')).toEqual(valueMap('one'));
});

test('taking the rollback back counts as published again', async () => {
  const { definitionId, changeId } = await approvedChange('back-and-forth');
  const { releaseId } = await publish(changeId, 'test');
  const rollBack = (id: string) =>
    inside((tx) => rollBackRelease(tx, { releaseId: id, rolledBackBy: 'user-ben', note: 'Back.' }, checks));
  const back = await rollBack(releaseId);
  await rollBack(back.releaseId);
  await publish(changeId, 'production');
  expect(await liveDocument(definitionId, 'production')).toEqual(valueMap('one'));
});

test('taking the rollback in production back needs the change in test, as publishing does', async () => {
  const { definitionId, changeId, number } = await approvedChange('back-into-production');
  const rollBack = (id: string) =>
    inside((tx) => rollBackRelease(tx, { releaseId: id, rolledBackBy: 'user-ben', note: 'Back.' }, checks));
  const inTest = await publish(changeId, 'test');
  const inProduction = await publish(changeId, 'production');
  const takenBackInProduction = await rollBack(inProduction.releaseId);
  const takenBackInTest = await rollBack(inTest.releaseId);
  expect(await caught(rollBack(takenBackInProduction.releaseId))).toMatchObject({
    code: 'ENVIRONMENT_ORDER',
    message: `Change ${number} was rolled back in Test. Publish it to Test again first; Production comes after it.`,
  });
  expect(await liveDocument(definitionId, 'production')).toBeUndefined();

  await rollBack(takenBackInTest.releaseId);
  const again = await rollBack(takenBackInProduction.releaseId);
  expect(await liveDocument(definitionId, 'production')).toEqual(valueMap('one'));
  // Taking that back is a rollback again, which needs nothing.
  await rollBack(again.releaseId);
  expect(await liveDocument(definitionId, 'production')).toBeUndefined();
});
