/**
 * The story that must always work. An analyst changes a mapping, and somebody else approves and publishes it. A deal
 * closes in Salesforce, and its records appear in NetSuite and Kantata, each exactly once. When a deal is incomplete,
 * an operator fixes it. Clients that we did not write drive and read the systems.
 */
import { expect, type Page } from '@playwright/test';
import { countRecords, deliveredRecords } from './support/delivered-records.ts';
import { closeDeal, connectSalesforce, findDeal, reopenDeal } from './support/salesforce.ts';
import { signIn } from './support/sign-in.ts';
import { test } from './support/test.ts';

const dealName = 'Merrow & Finch LLP - Integration and order-to-cash build';
const defectiveName = 'Castlegate Building Society - Finance operating model (terms missing)';
const mappingPath = '/test/mappings/contract-to-netsuite-sales-order';

test.describe.configure({ mode: 'serial' });

let changePath = '';

test('the analyst changes a mapping, tries it on a sample and submits it', async ({ page }) => {
  await signIn(page, 'analyst');
  await page.goto(mappingPath);
  const text = page.getByRole('textbox', { name: 'Mapping text' });
  const memoLine = text.locator('.cm-line', { hasText: '"memo": contract.name,' });
  await memoLine.click();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type(' & " / PO " & contract.purchaseOrderNumber');
  await expect(page.getByText(/draft saved/)).toBeVisible();

  await page.getByRole('tab', { name: /^Tests/ }).click();
  const details = page.getByRole('button', { name: /, details of/ });
  const differing = details.filter({ hasText: 'difference' });
  await expect(differing.first()).toBeVisible();
  // Each saved test shows what changed on its sample. The analyst looks at it and accepts it as intended.
  for (let left = await differing.count(); left > 0; left = await differing.count()) {
    await differing.first().click();
    await expect(page.getByRole('cell', { name: /PO/ }).first()).toBeVisible();
    await page.getByRole('button', { name: 'The new result is right: expect it' }).click();
    await expect(differing).toHaveCount(left - 1);
  }
  await expect(details.filter({ hasText: 'passes' })).toHaveCount(await details.count());

  await page.getByRole('button', { name: 'Submit change' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Title/).fill('Purchase order number in the order memo');
  await dialog.getByLabel('Why').fill('Finance looks for it there.');
  await dialog.getByRole('button', { name: 'Submit for review' }).dblclick();
  await page.waitForURL(/\/test\/changes\/\d+$/);
  changePath = new URL(page.url()).pathname;
  await expect(page.getByText('In review', { exact: true })).toBeVisible();
});

test('the analyst cannot approve the change, not even by going around the screen', async ({ page }) => {
  await signIn(page, 'analyst');
  await page.goto(changePath);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Purchase order number');
  await expect(page.getByRole('button', { name: 'Approve' })).toHaveCount(0);
  const refused = await page.request.post('/api/trpc/changes.approve', {
    headers: { 'content-type': 'application/json', origin: new URL(page.url()).origin },
    data: {
      json: { changeId: '00000000-0000-7000-8000-000000000000', submittedAt: '2026-01-01T00:00:00.000Z', comment: '' },
    },
  });
  expect(refused.status()).toBe(403);
});

test('the approver compares, approves and publishes it', async ({ page }) => {
  await signIn(page, 'approver');
  await page.goto(changePath);
  await expect(page.getByText('contract.purchaseOrderNumber').first()).toBeVisible();
  // The memo is another one on every saved sample. Nobody approves before that is accepted.
  const approve = page.getByRole('button', { name: 'Approve', exact: true });
  await expect(page.getByText('1 surprise is open.')).toBeVisible();
  await expect(approve).toBeDisabled();
  await page.getByRole('article', { name: 'memo' }).getByRole('button', { name: 'Accept' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Accept' }).click();
  await approve.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).dblclick();
  await page.getByRole('button', { name: 'Publish to Test' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).dblclick();
  await expect(page.getByText('Published', { exact: true })).toBeVisible();
});

test('a deal closes and its records appear in NetSuite and Kantata, and closing it again changes nothing', async ({
  page,
}) => {
  const salesforce = await connectSalesforce();
  const deal = await findDeal(salesforce, dealName);
  await signIn(page, 'operator');
  await page.goto('/test/runs');
  await closeDeal(salesforce, deal);
  await expectRunToSucceed(page, deal.Id, 1);
  await page.getByRole('row', { name: new RegExp(deal.Id) }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(dealName);
  await expect(page.getByRole('tab', { name: /Deliveries/ })).toBeVisible();

  const delivered = await deliveredRecords(deal);
  expect(`${JSON.stringify(delivered, null, 2)}\n`).toMatchSnapshot('merrow-and-finch.json');

  const counts = await countRecords();
  await reopenDeal(salesforce, deal);
  await closeDeal(salesforce, deal);
  await page.goto('/test/runs');
  await expectRunToSucceed(page, deal.Id, 2);
  expect(await deliveredRecords(deal)).toEqual(delivered);
  expect(await countRecords()).toEqual(counts);
});

test('a deal without billing terms becomes an exception, and the operator fixes the payload and replays it', async ({
  page,
}) => {
  const salesforce = await connectSalesforce();
  const deal = await findDeal(salesforce, defectiveName);
  const before = await countRecords();
  await signIn(page, 'operator');
  await closeDeal(salesforce, deal);
  await page.goto('/test/exceptions');
  await expect(page.getByText('BILLING_TERMS_MISSING').first()).toBeVisible();
  expect(await countRecords()).toEqual(before);

  await page.getByText('BILLING_TERMS_MISSING').first().click();
  await page.getByText(defectiveName).first().click();
  await expect(page.getByText('Nothing was written anywhere before it stopped.')).toBeVisible();
  await page.getByRole('button', { name: 'Assign' }).click();
  await page.getByRole('menuitem', { name: 'Me', exact: true }).click();
  // Leaving the page immediately does not undo anything.
  await page.reload();
  await expect(page.getByText('owner: Olga Weiss')).toBeVisible();
  await page.getByLabel('Billing terms').click();
  await page.getByRole('option', { name: 'Net 30' }).click();
  await page.getByRole('button', { name: 'Replay with this payload' }).click();
  await page
    .getByRole('dialog')
    .getByLabel(/^Reason/)
    .fill('The customer confirmed 30 days by e-mail.');
  await page.getByRole('dialog').getByRole('button', { name: 'Replay' }).dblclick();
  await page.getByRole('link', { name: 'See the replay' }).click();
  await page.waitForURL(/\/test\/runs\/[^/]+$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(defectiveName);
  const header = page.getByRole('main').locator('header').first();
  await expect(header.getByText('Succeeded', { exact: true })).toBeVisible();
  const { netsuite } = (await deliveredRecords(deal)) as { netsuite: { order: { terms: unknown } } };
  expect(netsuite.order.terms).toEqual({ id: '2', refName: 'Net 30' });

  await page.goto('/test/exceptions');
  await expect(page.getByRole('heading', { name: 'Nothing is stuck' })).toBeVisible();
});

/** Waits until this many runs of the deal have succeeded, like a person watching the list. */
async function expectRunToSucceed(page: Page, dealId: string, count: number): Promise<void> {
  const succeeded = page.getByRole('row', { name: new RegExp(dealId) }).filter({ hasText: 'Succeeded' });
  await expect(succeeded).toHaveCount(count);
}
