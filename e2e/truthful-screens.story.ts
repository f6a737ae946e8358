/** Every statement on a screen is true. The tests build on the deal and the exception of the closed-won story. */
import { expect, type Page } from '@playwright/test';
import { call, savedMapping } from './support/definitions.ts';
import { signIn } from './support/sign-in.ts';
import { test } from './support/test.ts';

test.describe.configure({ mode: 'serial' });

test('publishing goes environment by environment, and a rollback is listed before and reported afterwards', async ({
  page,
}) => {
  await signIn(page, 'analyst');
  const path = await submitValueMap(page, 'Story codes');

  await signIn(page, 'approver');
  await page.goto(path);
  await page.getByRole('button', { name: 'Approve' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByRole('button', { name: 'Publish to Test' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Publish to Production' })).toHaveCount(0);
  await expect(page.getByText('Production follows once it is live in Test.')).toBeVisible();

  await page.getByRole('button', { name: 'Publish to Test' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish to Test' }).click();
  await expect(page.getByRole('button', { name: 'Publish to Production' })).toBeVisible();

  await page.goto('/test/changes?view=releases');
  await page
    .getByRole('row', { name: /Story codes/ })
    .getByRole('button', { name: 'Roll back' })
    .click();
  const dialog = page.getByRole('dialog');
  const documents = dialog.getByRole('region', { name: 'Documents that change' });
  await expect(documents.getByRole('listitem')).toHaveText(/Story codes.*version 1 → not live any more/);
  await expect(dialog.getByText('No live flow uses these documents.')).toBeVisible();
  await dialog.getByLabel(/^Why/).fill('The codes are not agreed yet.');
  await dialog.getByRole('button', { name: 'Roll back' }).click();
  await expect(dialog).toHaveCount(0);

  await page.goto(path);
  await expect(page.getByText('Rolled back in Test')).toBeVisible();
  await expect(page.getByText(/by Ben Okafor .*“The codes are not agreed yet\.”/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Publish to Production' })).toHaveCount(0);
});

test('each record in Links has its own name, not the name of the deal that brought it', async ({ page }) => {
  await signIn(page, 'operator');
  await page.goto('/test/links?q=Merrow&entity=customer');
  const row = page.getByRole('row', { name: /Merrow/ });
  await expect(row).toHaveCount(1);
  await expect(row.getByText('Merrow & Finch LLP', { exact: true })).toBeVisible();
});

test('an environment where nothing is live shows no claims about records', async ({ page }) => {
  await signIn(page, 'approver');
  for (const path of ['/production', '/production/runs', '/production/exceptions']) {
    await page.goto(path);
    await expect(page.getByText(/^Nothing is live in Production/)).toBeVisible();
    await expect(page.getByText(/Nothing is stuck|was delivered/)).toHaveCount(0);
  }
});

test('an address at which there is nothing says so, and leads on', async ({ page }) => {
  // Not even who is signed in matters for an address that no environment can have.
  expect((await page.request.get('/api/nothing-is-here', { maxRedirects: 0 })).status()).toBe(404);
  await signIn(page, 'analyst');
  for (const path of ['/nothing-is-here', '/test/value-maps', '/test/nothing/is/here']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible();
  }
  // Within an environment, the navigation stays.
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await page.getByRole('link', { name: 'Go to the overview' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
});

test('a resolved exception says who ended it, how and why', async ({ page }) => {
  await signIn(page, 'operator');
  await page.goto('/test/exceptions?state=resolved&by=time');
  const row = page.getByRole('row', { name: /terms missing/ }).first();
  await expect(row).toContainText('Replayed by Olga Weiss with an edited payload');
  await expect(row).toContainText('The customer confirmed 30 days by e-mail.');
  await row.click();
  await expect(page.getByText(/Replayed by Olga Weiss with an edited payload; the replay succeeded/)).toBeVisible();
  await expect(page.getByText('Reason: “The customer confirmed 30 days by e-mail.”')).toBeVisible();
});

test('a real record becomes a test only with its personal data masked', async ({ page }) => {
  await signIn(page, 'analyst');
  const { promise: isReleased, resolve: release } = Promise.withResolvers<undefined>();
  await page.route(/mapper\.samples/, async (route) => {
    await isReleased;
    await route.continue();
  });
  await page.goto('/test/mappings/salesforce-account-to-customer');
  // Until the records of recent runs are there, nothing can be saved that is about to change.
  await expect(page.getByText('Runs on this sample.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save as test' })).toHaveCount(0);
  release(undefined);
  await page.getByRole('button', { name: 'Save as test' }).click();
  const dialog = page.getByRole('dialog');
  const rows = dialog.getByRole('table', { name: 'Personal data in this sample' }).locator('tbody').getByRole('row');
  await expect(rows.first()).toBeVisible();
  const originals: string[] = [];
  for (const row of await rows.all()) {
    const cells = await row.getByRole('cell').allTextContents();
    expect(cells[2]).not.toBe(cells[1]);
    originals.push(cells[1] ?? '');
  }
  await dialog.getByRole('button', { name: 'Save the test' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText(/draft saved/)).toBeVisible();
  const { tests } = await savedMapping(page, 'salesforce-account-to-customer');
  // Only the new test is checked, because another one may contain the same town.
  const text = JSON.stringify(tests.at(-1));
  expect(originals.filter((original) => text.includes(JSON.stringify(original)))).toEqual([]);
});

test('the Salesforce connection says that a real account sends no webhooks', async ({ page }) => {
  await signIn(page, 'admin');
  await page.goto('/test/connections/salesforce');
  const notice = page.getByText(/Salesforce sends no webhooks of its own/);
  await expect(notice).toContainText('a trigger of the kind Changed records, looked for regularly: it asks');
});

/** Creates a value map and submits it in a separate change. Returns the change's path. */
async function submitValueMap(page: Page, name: string): Promise<string> {
  const made = { kind: 'value-map', key: 'story-codes', name };
  const { definitionId } = (await call(page, 'definitions.create', made)) as { readonly definitionId: string };
  const { changeId, number } = (await call(page, 'changes.create', { title: name, definitionIds: [definitionId] })) as {
    readonly changeId: string;
    readonly number: number;
  };
  await call(page, 'changes.submit', { changeId, expectedRevisions: { [definitionId]: 1 } });
  return `/test/changes/${number}`;
}
