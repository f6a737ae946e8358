/** A newcomer closes a deal by a click on the page of the Salesforce stand-in, and sees the run that it starts. */
import { expect } from '@playwright/test';
import { checkAccessibility, checkColours } from './support/check-accessibility.ts';
import { look } from './support/look.ts';
import { sandboxKey, salesforceUrl } from './support/product-address.ts';
import { signIn } from './support/sign-in.ts';
import { test } from './support/test.ts';

test('a deal is closed on the stand-in’s own page, and its run succeeds', async ({ page }) => {
  await page.goto(`${salesforceUrl}/?key=${sandboxKey}`);
  await expect(page).toHaveURL(`${salesforceUrl}/`);
  await expect(page.getByRole('heading', { name: 'Salesforce, stand-in' })).toBeVisible();
  await look(page, 'stand-in-light');
  await checkAccessibility(page, 'page of a stand-in');
  await look(page, 'stand-in-dark', 'dark');
  await checkColours(page, 'page of a stand-in, dark');

  const deals = page.getByRole('region', { name: 'Close a deal', exact: true });
  const row = deals
    .getByRole('row', { name: /HP-UK|GBP/ })
    .filter({ hasNotText: 'missing' })
    .nth(5);
  const deal = (await row.getByRole('cell').first().textContent()) ?? '';
  await row.getByRole('button', { name: `Close as won: ${deal}` }).click();
  await expect(page.getByRole('status')).toHaveText(`${deal} is closed as won.`);
  await expect(deals.getByRole('row', { name: deal })).toHaveCount(0);

  await signIn(page, 'operator');
  await page.goto('/test/runs');
  await expect(page.getByRole('row', { name: deal }).filter({ hasText: 'Succeeded' })).toBeVisible();
});
