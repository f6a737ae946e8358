/**
 * A flow is drawn as people think of it: steps are found by what they do, several are edited at once, and each gesture
 * can be undone, by mouse and by keyboard alike.
 */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { checkAccessibility } from './support/check-accessibility.ts';
import { createDraft } from './support/definitions.ts';
import { signIn } from './support/sign-in.ts';

const trigger = { kind: 'webhook', name: 'A deal is won', connection: 'salesforce', object: 'Opportunity' };

const flowOf = (body: readonly unknown[]) => ({ format: 2, description: '', trigger, body, settings: {} });

const notify = (id: string, name: string, body = 'Seen.') => ({
  id,
  name,
  kind: 'notify',
  config: {
    to: { kind: 'literal', value: 'operator' },
    subject: { kind: 'literal', value: name },
    body: { kind: 'literal', value: body },
  },
});

const three = [
  notify('one', 'Tell one'),
  notify('two', 'Tell two', '{{$steps.one.notificationId}}'),
  notify('last', 'Tell last'),
];

async function open(page: Page, key: string, body: readonly unknown[], step = '@trigger'): Promise<void> {
  await signIn(page, 'analyst');
  await createDraft(page, 'flow', key, flowOf(body));
  await page.goto(`/test/flows/${key}?step=${step}`);
  await row(page, 'A deal is won').waitFor();
}

const rows = (page: Page): Locator => page.getByRole('tree', { name: 'Steps' }).getByRole('treeitem');
const row = (page: Page, name: string): Locator => rows(page).filter({ hasText: name });
const panel = (page: Page): Locator => page.getByRole('complementary', { name: 'Selected step' });
const said = (page: Page): Locator => page.getByRole('status', { name: 'What happened' });
const names = (page: Page): Promise<string[]> =>
  rows(page).evaluateAll((items) => items.map((item) => item.querySelector('span.truncate')?.textContent ?? ''));

test('a step is found by what it does, and gets what follows from the steps before it', async ({ page }) => {
  await open(page, 'canvas-find', []);
  await row(page, 'A deal is won').focus();
  await page.keyboard.press('a');
  const search = page.getByRole('combobox', { name: 'Search steps' });
  await expect(search).toBeFocused();
  await expect(page.getByRole('group', { name: 'People and events' })).toBeVisible();
  await page.keyboard.type('salesforce account read');
  await expect(page.getByRole('option', { selected: true })).toContainText('Read account from Salesforce');
  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('combobox', { name: 'Record id' })).toHaveValue('$trigger.AccountId');
  await expect(panel(page).getByLabel('Name', { exact: true })).toBeFocused();

  await page.keyboard.press('Escape');
  await expect(row(page, 'Read account from Salesforce')).toBeFocused();
  await page.keyboard.press('a');
  await page.keyboard.type('map account customer');
  await page.keyboard.press('Enter');
  await expect(row(page, 'Map with Salesforce account to customer')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await page.keyboard.press('a');
  await page.keyboard.type('NetSuite customer');
  await expect(page.getByRole('option', { name: /^Write customer in NetSuite/ })).toBeVisible();
  await expect(page.getByRole('option', { name: /^Read customer from NetSuite/ })).toBeVisible();
  await checkAccessibility(page, 'the step picker');
  await page.getByRole('option', { name: /^Write customer in NetSuite/ }).click();
  await expect(panel(page).getByLabel(/^Object/)).toHaveText(/Customer/);
  await expect(panel(page).getByLabel(/^Mapping/)).toHaveText(/customer to NetSuite customer/i);
  await expect(page.getByRole('button', { name: 'No problems' })).toBeVisible();
});

test('several steps are copied into another flow, put into a loop, disabled and deleted, each as one step back', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, 'canvas-several', three, 'one');
  await row(page, 'Tell one').click();
  await page.keyboard.press('Shift+ArrowDown');
  await expect(panel(page).getByRole('heading', { name: '2 steps selected' })).toBeVisible();
  await checkAccessibility(page, 'several selected steps');
  await page.keyboard.press('Control+c');
  await page.keyboard.press('Control+v');
  await expect(said(page)).toHaveText(/Done: paste of 2 steps\./);
  expect(await names(page)).toEqual(['A deal is won', 'Tell one', 'Tell two', 'Tell one', 'Tell two', 'Tell last']);
  await expect(page.getByRole('button', { name: 'Undo paste of 2 steps' })).toBeEnabled();
  await expect(page.locator('[data-row]:focus')).toHaveCount(1);

  await page.keyboard.press('d');
  await expect(row(page, 'Tell one').last().getByRole('img', { name: 'disabled' })).toBeVisible();
  await page.keyboard.press('Delete');
  await expect(row(page, 'Tell last')).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(said(page)).toHaveText(/Undone: delete of 2 steps\./);
  await expect(rows(page).and(page.locator('[aria-selected="true"]'))).toHaveCount(2);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(() => names(page)).toEqual(['A deal is won', 'Tell one', 'Tell two', 'Tell last']);

  await row(page, 'Tell one').click();
  await row(page, 'Tell last').click({ modifiers: ['ControlOrMeta'] });
  await panel(page).getByRole('button', { name: 'Put into…' }).click();
  await page.getByRole('menuitem', { name: 'Put into for each' }).click();
  await expect.poll(() => names(page)).toEqual(['A deal is won', 'For each item', 'Tell one', 'Tell last', 'Tell two']);
  await expect(page.getByRole('button', { name: 'Undo wrapping of 2 steps' })).toBeEnabled();

  await page.evaluate(() =>
    navigator.clipboard.writeText('{"type":"throughline/steps","steps":[{"kind":"teleport"}]}'),
  );
  await row(page, 'Tell two').click();
  await page.keyboard.press('Control+v');
  await expect(said(page)).toHaveText(/The clipboard holds steps that cannot be read\./);

  await row(page, 'Tell two').click();
  await page.keyboard.press('Control+c');
  await open(page, 'canvas-other', []);
  await row(page, 'A deal is won').click();
  await page.keyboard.press('Control+v');
  await expect(row(page, 'Tell two')).toBeFocused();
  await page.getByRole('button', { name: '1 error' }).click();
  await expect(page.getByRole('region', { name: 'Problems' })).toContainText(
    '"Tell two" uses $steps.one, but there is no such step.',
  );
});
