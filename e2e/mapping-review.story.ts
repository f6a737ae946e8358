/**
 * A mapping is reviewed by what it does. The outputs that change on saved samples stop the approval until an approver
 * accepts each of them by name; what is rejected stops it too.
 */
import { expect } from '@playwright/test';
import { checkAccessibility } from './support/check-accessibility.ts';
import { call, createDraft } from './support/definitions.ts';
import { signIn } from './support/sign-in.ts';
import { test } from './support/test.ts';

test.describe.configure({ mode: 'serial' });

const key = 'reviewed-order';
const mapping = (text: string, expected: unknown) => ({
  format: 1,
  text,
  source: { kind: 'any' },
  target: { kind: 'any' },
  tests: [
    { name: 'German deal', input: { tax: '19', amount: 100, note: 'Call first' }, expected },
    { name: 'British deal', input: { tax: '20', amount: 50 }, expected: expectedOf(text, '20', 50) },
  ],
});

const first = '{\n  "taxCode": "VAT-" & tax,\n  "value": amount,\n  "note": note\n}';
const second = '{\n  "taxCode": "VAT-" & tax & "R",\n  "value": amount\n}';
const expectedOf = (text: string, tax: string, value: number) =>
  text === first ? { taxCode: `VAT-${tax}`, value } : { taxCode: `VAT-${tax}R`, value };

let definitionId = '';
let changePath = '';

const submit = async (page: Parameters<typeof call>[0], title: string, revision: number): Promise<string> => {
  const { changeId, number } = (await call(page, 'changes.create', { title, definitionIds: [definitionId] })) as {
    readonly changeId: string;
    readonly number: number;
  };
  await call(page, 'changes.submit', { changeId, expectedRevisions: { [definitionId]: revision } });
  return `/test/changes/${number}`;
};

test('a new mapping has nothing to be compared with, and is approved and published', async ({ page }) => {
  await signIn(page, 'analyst');
  definitionId = await createDraft(
    page,
    'mapping',
    key,
    mapping(first, { ...expectedOf(first, '19', 100), note: 'Call first' }),
  );
  changePath = await submit(page, 'A new order', 2);
  await signIn(page, 'approver');
  await page.goto(changePath);
  await expect(page.getByText('This mapping is new, so there is no earlier version')).toBeVisible();
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  await page.getByRole('button', { name: 'Publish to Test' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('Published', { exact: true })).toBeVisible();
});

test('the author notes what is expected, and cannot accept it', async ({ page }) => {
  await signIn(page, 'analyst');
  await call(page, 'drafts.save', {
    definitionId,
    document: mapping(second, expectedOf(second, '19', 100)),
    expectedRevision: null,
  });
  changePath = await submit(page, 'Reduced tax codes', 3);
  await page.goto(changePath);
  await expect(page.getByText('2 surprises are open.')).toBeVisible();
  await page.getByRole('button', { name: /^taxCode/ }).click();
  const output = page.getByRole('article', { name: 'taxCode' });
  await expect(output).toContainText('2 changed of 2 records');
  await expect(output.getByRole('row', { name: /German deal/ })).toContainText('"VAT-19""VAT-19R"');
  await expect(output.getByRole('button', { name: 'Accept' })).toHaveCount(0);
  await output.getByRole('button', { name: 'Note that you expect it' }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill('The codes of this year.');
  await page.getByRole('dialog').getByRole('button', { name: 'Save note' }).click();
  await expect(output).toContainText('expects this');
  await expect(output).toContainText('“The codes of this year.”');
  await expect(page.getByText('2 surprises are open.')).toBeVisible();
});

test('surprises stop the approval until an approver accepts each by name', async ({ page }) => {
  await signIn(page, 'approver');
  await page.goto(`${changePath}?output=note`);
  const approve = page.getByRole('button', { name: 'Approve', exact: true });
  const note = page.getByRole('article', { name: 'note' });
  await expect(note).toContainText('1 became empty of 1 record');
  await expect(approve).toBeDisabled();
  await checkAccessibility(page, 'surprises of a change');
  await note.getByRole('button', { name: 'Reject' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Reject' })).toBeDisabled();
  await dialog.getByLabel(/^Reason/).fill('Delivery needs the note.');
  await dialog.getByRole('button', { name: 'Reject' }).click();
  await expect(note).toContainText('rejected it');
  await expect(page.getByText('1 surprise is open, 1 is rejected.')).toBeVisible();
  const refused = await page.request.post('/api/trpc/changes.approve', {
    headers: { 'content-type': 'application/json', origin: new URL(page.url()).origin },
    data: { json: await decisionOn(page), meta: { values: { submittedAt: ['Date'] } } },
  });
  expect(refused.status()).toBe(409);
  expect(await refused.text()).toContain(
    '1 changed output is not accepted yet (taxCode of \\"reviewed-order\\"); 1 changed output is rejected (note of \\"reviewed-order\\")',
  );

  await note.getByRole('button', { name: 'Accept', exact: true }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill('They have it in Salesforce.');
  await page.getByRole('dialog').getByRole('button', { name: 'Accept' }).click();
  await expect(note).toContainText('accepted it');
  await page.getByRole('button', { name: 'Next changed output' }).click();
  const taxCode = page.getByRole('article', { name: 'taxCode' });
  await taxCode.getByRole('button', { name: 'Accept', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Accept' }).click();
  await expect(taxCode).toContainText('accepted it');
  await approve.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  await page.getByRole('button', { name: 'Publish to Test' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('Published', { exact: true })).toBeVisible();
});

test('a field is discussed where it is: a comment, a reply, and it is resolved and opened again', async ({ page }) => {
  await signIn(page, 'approver');
  await page.goto(changePath);
  await page.getByRole('button', { name: 'Comment on field taxCode' }).click();
  await page.getByRole('textbox', { name: 'Comment on field taxCode' }).fill('Which list are these from?');
  await page.getByRole('button', { name: 'Comment', exact: true }).first().click();
  const fields = page.getByRole('region', { name: 'Target fields' });
  const thread = fields.getByRole('article', { name: 'Discussion of field taxCode' });
  await expect(thread).toContainText('Which list are these from?');

  await signIn(page, 'analyst');
  await page.goto(changePath);
  await thread.getByRole('textbox', { name: 'Reply' }).fill('From the finance handbook.');
  await thread.getByRole('button', { name: 'Reply' }).click();
  await expect(thread).toContainText('From the finance handbook.');
  await thread.getByRole('button', { name: 'Resolve' }).click();
  await expect(thread).toContainText('resolved by Ana Ruiz');

  const all = page.getByRole('region', { name: 'On fields, steps and rows' });
  await all.getByText('1 resolved discussion').click();
  await all.getByRole('link', { name: /field taxCode/ }).click();
  await expect(page).toHaveURL(/thread=/);
  await expect(thread).toBeFocused();
  await thread.getByRole('button', { name: 'Open again' }).click();
  await expect(thread.getByRole('textbox', { name: 'Reply' })).toBeVisible();
  await checkAccessibility(page, 'discussion of a field');
});

/** What the approve button would send. */
async function decisionOn(page: Parameters<typeof call>[0]): Promise<unknown> {
  const number = Number(/changes\/(\d+)/.exec(page.url())?.[1]);
  const input = encodeURIComponent(JSON.stringify({ json: { number } }));
  const response = await page.request.get(`/api/trpc/changes.one?input=${input}`);
  const { result } = (await response.json()) as {
    readonly result: { readonly data: { readonly json: { readonly id: string; readonly submittedAt: string } } };
  };
  const { id: changeId, submittedAt } = result.data.json;
  return { changeId, submittedAt, comment: '' };
}
