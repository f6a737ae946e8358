import { afterAll, expect, test } from 'vitest';
import { changeTestKit, caught, checks, valueMap } from '../../../testing/db/change-test-kit.ts';
import { checkDocuments, checkPublishing } from './check-publishing.ts';
import { checkSubmission, loadSubmission } from './check-submission.ts';
import { publishChange } from './publish-change.ts';
import { submitChange } from './submit-change.ts';
import { testContent, type TestedContent } from './tested-content.ts';
import { loadChange } from './load-change.ts';
import { loadPreview } from './load-preview.ts';
import { approveChange } from './review-change.ts';
import { loadChangedDocuments, testChange } from './test-change.ts';

const { own, inside, create, save, open, submit, approve, publish, release } = await changeTestKit();
afterAll(() => own.close());

const any = { kind: 'any' };
const mapping = (text: string, expected: unknown) => ({
  format: 1,
  text,
  source: any,
  target: any,
  tests: [{ name: 'The name', input: { Name: 'A' }, expected }],
});

const failure = (definitionId: string, key: string, difference: string) => ({
  definitionId,
  kind: 'mapping',
  key,
  name: key,
  pointer: '/tests/0',
  code: 'TEST_FAILED',
  severity: 'error',
  message: `The saved test "The name" of the mapping "${key}" fails: ${difference}. Correct the mapping or what the test expects.`,
});

test('a failing saved test stops the submission and says which test of which mapping differs where', async () => {
  const definitionId = await create('mapping', 'untrue', mapping('{ "name": Name }', { name: 'B' }));
  const { changeId, number } = await open(definitionId);
  const expected = [failure(definitionId, 'untrue', '/name should be "B" and is "A"')];
  expect(await testChange(await inside((tx) => loadChangedDocuments(tx, changeId)))).toEqual(expected);
  const error = await caught(submit(changeId));
  expect({ code: error.code, message: error.message, problems: error.problems }).toEqual({
    code: 'CHANGE_INVALID',
    message: `Change ${number} has one error. Correct the drafts, then submit.`,
    problems: expected,
  });
  expect((await inside((tx) => loadChange(tx, { id: changeId }))).change.state).toBe('open');
  await save(definitionId, mapping('{ "name": Name }', { name: 'A' }), 1);
  expect((await submit(changeId)).warnings).toEqual([]);
});

test('a saved test that cannot run stops the submission', async () => {
  const definitionId = await create('mapping', 'throwing', mapping('$required(Nothing, "Nothing is here")', 'A'));
  const { changeId } = await open(definitionId);
  const { problems } = await caught(submit(changeId));
  expect(problems.map(({ code, message }) => ({ code, message }))).toEqual([
    {
      code: 'TEST_FAILED',
      message: expect.stringMatching(/^The saved test "The name" of the mapping "throwing" cannot run: .+/),
    },
  ]);
});

test('a saved test that was broken after the submission stops the approval', async () => {
  const { definitionId: map } = await release('approval-terms', 'one');
  const looking = mapping('{ "terms": $valueMap("approval-terms", "a") }', { terms: 'one' });
  const definitionId = await create('mapping', 'approval-reader', looking);
  const { changeId, number } = await open(definitionId);
  const { submittedAt } = await submit(changeId);
  await release('approval-terms', 'two', map);
  const error = await caught(inside((tx) => approveChange(tx, { changeId, reviewedBy: 'user-ben', submittedAt })));
  expect({ code: error.code, message: error.message, problems: error.problems }).toEqual({
    code: 'CHANGE_INVALID',
    message: `Change ${number} cannot be approved: one saved test fails.`,
    problems: [failure(definitionId, 'approval-reader', '/terms should be "one" and is "two"')],
  });
});

test('a saved test that was broken after the approval stops the release', async () => {
  const { definitionId: map } = await release('release-terms', 'one');
  const looking = mapping('{ "terms": $valueMap("release-terms", "a") }', { terms: 'one' });
  const definitionId = await create('mapping', 'release-reader', looking);
  const { changeId } = await open(definitionId);
  await approve(changeId);
  await release('release-terms', 'two', map);
  const expected = [failure(definitionId, 'release-reader', '/terms should be "one" and is "two"')];
  const set = await inside((tx) => loadPreview(tx, { changeId, environmentId: own.environmentIds.test }, checks));
  expect(await checkPublishing(set)).toEqual(expected);
  expect(await caught(publish(changeId))).toMatchObject({ code: 'NOT_PUBLISHABLE', problems: expected });
});

test('a value map that breaks the saved test of a published mapping is not submitted', async () => {
  const map = await create('value-map', 'shared-terms', valueMap('one'));
  const looking = mapping('{ "terms": $valueMap("shared-terms", "a") }', { terms: 'one' });
  const definitionId = await create('mapping', 'shared-reader', looking);
  const first = await open(map, definitionId);
  await approve(first.changeId);
  await publish(first.changeId);
  await save(map, valueMap('two'), null);
  const second = await open(map);
  const { code, problems } = await caught(submit(second.changeId));
  expect({ code, problems }).toEqual({
    code: 'CHANGE_INVALID',
    problems: [failure(definitionId, 'shared-reader', '/terms should be "one" and is "two"')],
  });
});

test('what was tested before the transaction counts only as long as it is what is decided on', async () => {
  const { definitionId: map } = await release('tested-terms', 'one');
  const looking = mapping('{ "terms": $valueMap("tested-terms", "a") }', { terms: 'one' });
  const definitionId = await create('mapping', 'tested-reader', looking);
  const { changeId } = await open(definitionId);
  const environmentId = own.environmentIds.test;
  const testedToSubmit = async () =>
    testContent(await inside((tx) => loadSubmission(tx, [definitionId], checks)), checkSubmission);
  const testedToApprove = async () => testContent(await inside((tx) => loadChangedDocuments(tx, changeId)), testChange);
  const testedToPublish = async () => {
    const { documents } = await inside((tx) => loadPreview(tx, { changeId, environmentId }, checks));
    return testContent(documents, checkDocuments);
  };
  const submitTested = (tested: TestedContent) =>
    inside((tx) => submitChange(tx, { changeId, submittedBy: 'user-ana' }, checks, tested));
  const approveTested = (submittedAt: Date, tested: TestedContent) =>
    inside((tx) => approveChange(tx, { changeId, reviewedBy: 'user-ben', submittedAt }, tested));
  const publishTested = (tested: TestedContent) =>
    inside((tx) => publishChange(tx, { changeId, environmentId, publishedBy: 'user-ben' }, checks, tested));
  const refused = async (work: Promise<unknown>) => {
    const { code, message } = await caught(work);
    return { code, message };
  };
  const around = (act: string) => ({
    code: 'CONTENT_CHANGED',
    message: `Something around it was published while its tests ran. ${act} again.`,
  });

  const ofEarlier = await testedToSubmit();
  await save(definitionId, mapping('{ "terms": "two" }', { terms: 'one' }), 1);
  expect(await refused(submitTested(ofEarlier))).toEqual({
    code: 'CONTENT_CHANGED',
    message: 'The draft changed while its tests ran. Look at it, then submit again.',
  });
  expect((await caught(submitTested(await testedToSubmit()))).code).toBe('CHANGE_INVALID');
  await save(definitionId, looking, 2);
  const beforeSubmission = await testedToSubmit();
  await release('tested-terms', 'other', map);
  expect(await refused(submitTested(beforeSubmission))).toEqual(around('Submit'));
  await release('tested-terms', 'one', map);
  const { submittedAt } = await submitTested(await testedToSubmit());

  const beforeApproval = await testedToApprove();
  await release('tested-terms', 'two', map);
  expect(await refused(approveTested(submittedAt, beforeApproval))).toEqual(around('Approve'));
  await release('tested-terms', 'one', map);
  await approveTested(submittedAt, await testedToApprove());

  const beforeRelease = await testedToPublish();
  await release('tested-terms', 'two', map);
  expect(await refused(publishTested(beforeRelease))).toEqual(around('Publish'));
  await release('tested-terms', 'one', map);
  expect((await publishTested(await testedToPublish())).versions.length).toBe(1);
});
