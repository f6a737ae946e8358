/**
 * A trigger behaves as the designer shows. A person builds a webhook flow with the condition from the placeholder. What
 * the test in the designer says about a record is what happens when the system sends that record.
 */
import { expect, type Page } from '@playwright/test';
import { closeDeal, connectSalesforce, findDeal } from './support/salesforce.ts';
import { signIn } from './support/sign-in.ts';
import { test } from './support/test.ts';

const dealName = 'Lockhart University - ERP selection and business case';
const flowPath = '/test/flows/deal-won-note';
const ignoredByTest = 'This event would be ignored: the condition in “Only when” is false for it.';

test.describe.configure({ mode: 'serial' });

let changePath = '';

test('a test in the designer says that an event would be ignored and why, and runs once the condition is right', async ({
  page,
}) => {
  await signIn(page, 'analyst');
  await page.goto('/test/flows');
  await page.getByRole('button', { name: 'New flow' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel(/^Name/)).toBeFocused();
  await page.keyboard.type('Deal won note');
  await dialog.getByRole('button', { name: 'Create and open' }).click();
  await page.waitForURL(new RegExp(`${flowPath}$`));

  const panel = page.getByRole('complementary', { name: 'Selected step' });
  await choose(page, 'Started by', 'A webhook of a system');
  await expect(panel.getByLabel('Name', { exact: true })).toHaveValue('A webhook arrives');
  await choose(page, 'Connection', /^Salesforce/);
  await choose(page, 'Object', 'Opportunity');
  const onlyWhen = panel.getByRole('textbox', { name: 'Only when' });
  const asText = panel.getByRole('group', { name: 'Only when' }).getByRole('radio', { name: 'Expression' });
  await asText.click();
  await expect(panel.getByText('$trigger.StageName = "Prospecting"')).toBeVisible();
  await fillCode(page, onlyWhen, '$trigger.StageName = "Won"');
  await addNotice(page);
  await expect(page.getByRole('button', { name: 'No problems' })).toBeVisible();

  const salesforce = await connectSalesforce();
  const won = await salesforce.query<{ Name: string }>(
    "SELECT Name FROM Opportunity WHERE StageName = 'Closed Won' LIMIT 1",
  );
  const wonName = won.records[0]?.Name ?? '';
  await testOn(page, wonName, 'The trigger would not start a run');
  await expect(page.getByRole('status').getByText(ignoredByTest)).toBeVisible();

  await page
    .getByRole('tree', { name: 'Steps' })
    .getByRole('treeitem', { name: /A webhook arrives/ })
    .click();
  await asText.click();
  await fillCode(page, onlyWhen, '$trigger.StageName = "Closed Won"');
  await testOn(page, wonName, 'Newest for “A webhook arrives”');
  await expect(page.getByText('test succeeded')).toBeVisible();
  await testOn(page, dealName, 'The trigger would not start a run');
  await expect(page.getByRole('status').getByText(ignoredByTest)).toBeVisible();
});

test('the flow is submitted, approved and published', async ({ page }) => {
  await signIn(page, 'analyst');
  await page.goto(flowPath);
  await page.getByRole('button', { name: 'Submit change' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel(/^Title/)).toBeFocused();
  await page.keyboard.type('Tell the operators of won deals');
  await dialog.getByRole('button', { name: 'Submit for review' }).click();
  await page.waitForURL(/\/test\/changes\/\d+$/);
  changePath = new URL(page.url()).pathname;

  await signIn(page, 'approver');
  await page.goto(changePath);
  const story = page.getByRole('list', { name: 'What the flow does' });
  await expect(story).toContainText('$trigger.StageName = "Closed Won"');
  await expect(story).toContainText('Have a look at it.');
  await page.getByRole('button', { name: 'Approve' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  await page.getByRole('button', { name: 'Publish to Test' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish to Test' }).click();
  await expect(page.getByText('Published', { exact: true })).toBeVisible();
});

test('an event that does not meet the condition is listed as ignored with the reason, and one that does starts a run', async ({
  page,
}) => {
  const salesforce = await connectSalesforce();
  const deal = await findDeal(salesforce, dealName);
  await signIn(page, 'analyst');
  await page.goto(flowPath);
  const state = page.getByRole('region', { name: 'Trigger state' });
  const events = state.getByRole('list', { name: 'Events' }).getByRole('listitem').filter({ hasText: deal.Id });

  await salesforce.sobject('Opportunity').update({ Id: deal.Id, Description: 'Asked for a reference.' });
  await expect(events).toHaveCount(1);
  await expect(events.first()).toContainText('condition is false');
  await expect(state.getByText('1 condition is false')).toBeVisible();

  await closeDeal(salesforce, deal);
  await expect(events).toHaveCount(2);
  await expect(events.first()).toContainText('started a run');
  await events.first().getByRole('link', { name: 'open run' }).click();
  await page.waitForURL(/\/test\/runs\/[^/]+$/);
  const header = page.getByRole('main').locator('header').first();
  await expect(header.getByText('Succeeded', { exact: true })).toBeVisible();
  await expect(header).toContainText('Deal won note');
});

async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  const panel = page.getByRole('complementary', { name: 'Selected step' });
  await panel.getByLabel(new RegExp(`^${label}`)).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

async function fillCode(page: Page, editor: ReturnType<Page['getByRole']>, text: string): Promise<void> {
  await editor.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
  await expect(editor).toHaveText(text);
}

/** Adds a step after the trigger that notifies the operators. */
async function addNotice(page: Page): Promise<void> {
  await page
    .getByRole('tree', { name: 'Steps' })
    .getByRole('treeitem', { name: /A webhook arrives/ })
    .focus();
  await page.keyboard.press('a');
  await page.keyboard.type('notify');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Selected step' });
  const field = (name: string) =>
    panel.getByRole('group', { name: new RegExp(`^${name}`) }).getByRole('textbox', { name });
  await field('To').fill('the operators');
  await field('Subject').fill('A deal is won');
  await field('Body').fill('Have a look at it.');
  await page.getByRole('button', { name: '1 error' }).click();
  const problems = page.getByRole('region', { name: 'Problems' });
  await expect(problems).toContainText('Notify › To');
  await expect(problems).toContainText('"the operators", which is neither an e-mail address nor a role.');
  await problems.getByRole('button', { name: /neither an e-mail address nor a role/ }).click();
  await expect(field('To')).toBeFocused();
  await field('To').fill('operator');
}

/** Tries the flow on a record that is found by its name, among those that would start a run or that would not. */
async function testOn(page: Page, name: string, group: string): Promise<void> {
  await page.getByRole('button', { name: 'Test run' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('searchbox', { name: 'Search Opportunity by name' }).fill(name.toUpperCase());
  await dialog.getByRole('group', { name: group }).getByRole('option', { name }).first().click();
  await expect(dialog.getByText('StageName').first()).toBeVisible();
  await dialog.getByRole('button', { name: 'Run the test' }).click();
  await expect(dialog).toHaveCount(0);
}
