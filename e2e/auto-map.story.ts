/**
 * A new mapping from a Salesforce account to our customer gets from auto-map what the account has: one field by keyboard, the
 * rest together. If THROUGHLINE_SCREENSHOTS names a folder, screenshots are kept there.
 */
import { expect, type Page } from '@playwright/test';
import { checkAccessibility, checkColours } from './support/check-accessibility.ts';
import { look } from './support/look.ts';
import { signIn } from './support/sign-in.ts';
import { test } from './support/test.ts';

const mappingPath = '/test/mappings/firms-by-proposal';

const sizes = [
  { name: 'narrow', width: 390, height: 844 },
  { name: 'wide', width: 1440, height: 900 },
] as const;

test('a new mapping gets its fields from proposals, and each acceptance is one step to undo', async ({ page }) => {
  await signIn(page, 'analyst');
  await createMapping(page);
  const dialog = await openAutoMap(page);
  const row = (target: string) => dialog.getByRole('listitem').filter({ hasText: new RegExp(`^${target} ←`) });
  await expect(row('website')).toContainText('Website');
  await expect(row('currency')).toContainText('CurrencyIsoCode');
  await expect(row('currency')).toContainText('Mapped like this in “Salesforce account to customer”.');
  await expect(row('addresses')).toContainText('One item from the 5 fields whose names start with “billing”.');
  await expect(row('city')).toContainText('BillingCity');
  await expect(row('city')).toContainText(/likely, \d\d %/);

  await test.step('everybody can read them, wide and narrow, light and dark', async () => {
    for (const size of sizes) {
      await page.setViewportSize(size);
      await look(page, `auto-map-light-${size.name}`);
      await checkAccessibility(page, `auto-map, ${size.name}`);
      await look(page, `auto-map-dark-${size.name}`, 'dark');
      await checkColours(page, `auto-map, ${size.name}, dark`);
    }
  });

  await test.step('one is accepted and one rejected by keyboard, and the focus goes on to the next', async () => {
    await dialog.getByRole('button', { name: 'Accept id from Id' }).focus();
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('status')).toHaveText('One field is in the text now.');
    await expect(row('id')).toHaveCount(0);
    await expect(dialog.getByRole('button', { name: 'Accept name from Name' })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(dialog.getByRole('button', { name: 'Accept number from AccountNumber' })).toBeFocused();
    await dialog.getByRole('button', { name: 'Reject website from Website' }).press('Enter');
    await expect(row('website')).toHaveCount(0);
  });

  await test.step('the rest is accepted at once', async () => {
    await dialog.getByRole('button', { name: /^Accept all \d+$/ }).click();
    await expect(dialog.getByText('Nothing more to propose')).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Close' }).last()).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
  });
  const text = page.getByRole('textbox', { name: 'Mapping text' });
  await expect(text).toContainText('"id": Id,');
  await expect(text).toContainText('"currency": CurrencyIsoCode');
  await expect(text).toContainText('"city": BillingCity');
  await expect(text).not.toContainText('"website"');
  await expect(page.getByText('15/35')).toBeVisible();

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(text).toHaveText('{  "id": Id}');
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(text).toContainText('"city": BillingCity');

  await test.step('what is set or rejected is not proposed again', async () => {
    await openAutoMap(page);
    await expect(dialog.getByText('Nothing more to propose')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Auto-map' })).toBeFocused();
  });
});

async function createMapping(page: Page): Promise<void> {
  await page.goto('/test/mappings');
  await page.getByRole('button', { name: 'New mapping' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Name/).fill('Firms by proposal');
  await dialog.getByLabel('Source').click();
  await page.getByRole('option', { name: 'Account', exact: true }).click();
  await dialog.getByLabel('Target').click();
  await page.getByRole('option', { name: 'Customer', exact: true, description: 'entity' }).click();
  await dialog.getByRole('button', { name: 'Create' }).click();
  await page.waitForURL(new RegExp(`${mappingPath}$`));
}

async function openAutoMap(page: Page) {
  await page.getByRole('button', { name: 'Auto-map' }).click();
  const dialog = page.getByRole('dialog', { name: 'Auto-map' });
  await expect(dialog.getByRole('radiogroup', { name: 'Confidence' })).toBeVisible();
  return dialog;
}
