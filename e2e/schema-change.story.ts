/**
 * The source of a mapping becomes another shape. What the text reads and the shape no longer has stays as ghosts; the
 * fields that take their places are proposed, and accepted one by one and together.
 */
import { expect, type Page } from '@playwright/test';
import { checkAccessibility, checkColours } from './support/check-accessibility.ts';
import { createDraft } from './support/definitions.ts';
import { look } from './support/look.ts';
import { signIn } from './support/sign-in.ts';
import { test } from './support/test.ts';

const key = 'ghosts-of-accounts';
const text = `{
  /* As on the invoice. */ "name": Name,
  "phone": Phone ,
  "website": $exists(Website) ? Website : "none",
  "industry": Industry,
  "number": AccountNumber & "-" & TickerSymbol
}`;

test('Schema change with ghosts', async ({ page }) => {
  await signIn(page, 'analyst');
  await createDraft(page, 'mapping', key, {
    format: 1,
    source: { kind: 'object', system: 'salesforce', object: 'Account' },
    target: { kind: 'entity', entity: 'customer' },
    text,
    tests: [],
  });
  await page.goto(`/test/mappings/${key}`);
  const written = page.getByRole('textbox', { name: 'Mapping text' });
  await expect(written).toContainText('AccountNumber');
  const broken = page.locator('.map-lines .all [data-ghost]');

  await test.step('the fields that the new shape lost stay as ghosts, with their lines', async () => {
    await page.getByRole('button', { name: 'Shapes' }).click();
    const dialog = page.getByRole('dialog', { name: 'Shapes' });
    await dialog.getByLabel('Source').click();
    await page.getByRole('option', { name: 'Customer', exact: true, description: 'entity' }).click();
    await dialog.getByRole('button', { name: 'Done' }).click();
    await page.getByLabel('Search source').fill('Website');
    await expect(ghost(page, 'Website')).toContainText('no longer in the schema');
    await page.getByLabel('Search source').fill('');
    await expect(broken).toHaveCount(6);
  });

  await test.step('one is renamed in every place by keyboard, from its row', async () => {
    await ghost(page, 'Website').focus();
    await page.keyboard.press('Space');
    const panel = page.getByRole('complementary', { name: 'Selected field' });
    await expect(panel).toContainText(
      'Website is no longer in the schema of the source, and the text reads it in 2 places. It is probably website now',
    );
    await look(page, 'ghosts-light-wide', 'light');
    await checkAccessibility(page, 'ghosts');
    await look(page, 'ghosts-dark-wide', 'dark');
    await checkColours(page, 'ghosts in the dark');
    await page.emulateMedia({ colorScheme: 'light' });
    await panel.getByRole('button', { name: 'Use website instead' }).press('Enter');
    await expect(written).toContainText('"website": $exists(website) ? website : "none"');
    await expect(page.getByRole('tree', { name: 'Source fields' }).locator(':focus')).toContainText('website');
    await expect(broken).toHaveCount(5);
  });

  await test.step('the other likely ones are renamed together, as one step to undo', async () => {
    await page.getByRole('tab', { name: /^Problems/ }).click();
    const problems = page.getByRole('region', { name: 'Problems' });
    await expect(problems).toContainText('TickerSymbol is not in the schema of the source');
    await look(page, 'ghost-problems-light-wide', 'light');
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole('group', { name: 'Part' }).getByRole('button', { name: 'Mapping' }).click();
    await checkAccessibility(page, 'ghosts among the problems, narrow');
    await look(page, 'ghost-problems-light-narrow', 'light');
    await page.setViewportSize({ width: 1440, height: 900 });
    await problems.getByRole('button', { name: 'Accept all 4 likely renames' }).press('Enter');
    await expect(problems).toBeFocused();
    await expect(problems).toContainText('The text uses 1 field that is not in the schema.');
    await page.getByRole('tab', { name: 'Text' }).click();
    await expect(written).toHaveText(
      '{  /* As on the invoice. */ "name": name,  "phone": phone ,  "website": $exists(website) ? website : "none",  "industry": industry,  "number": number & "-" & TickerSymbol}',
    );
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(written).toContainText('"name": Name,');
    await expect(written).toContainText('"number": AccountNumber');
    await page.getByRole('button', { name: 'Redo' }).click();
    await expect(written).toContainText('"number": number & "-" & TickerSymbol');
  });
});

const ghost = (page: Page, name: string) =>
  page
    .getByRole('tree', { name: 'Source fields' })
    .getByRole('treeitem', { name: new RegExp(`^${name} no longer in the schema`) });
