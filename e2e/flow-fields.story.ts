/** Fields of a flow are filled without code: data is found by the words that people use for it. */
import { expect, type Page } from '@playwright/test';
import { checkAccessibility } from './support/check-accessibility.ts';
import { createDraft } from './support/definitions.ts';
import { signIn } from './support/sign-in.ts';
import { test } from './support/test.ts';

const panel = (page: Page) => page.getByRole('complementary', { name: 'Selected step' });

const literal = (value: string) => ({ kind: 'literal', value });
const tell = {
  id: 'tell',
  name: 'Tell somebody',
  kind: 'notify',
  config: { to: literal('operator'), subject: literal('A deal'), body: literal('It is won.') },
};
const flowOf = (body: readonly unknown[]) => ({
  format: 2,
  trigger: { kind: 'webhook', name: 'Deal is won', connection: 'salesforce', object: 'Opportunity' },
  body,
  settings: {},
});

test('data is found by the name of its step and field, and shown with both', async ({ page }) => {
  await signIn(page, 'analyst');
  await createDraft(page, 'mapping', 'flow-fields-customer', {
    format: 1,
    text: '{ "name": Name }',
    source: { kind: 'any' },
    target: { kind: 'entity', entity: 'customer' },
    tests: [],
  });
  const build = {
    id: 'mapWithAccountToNetsuiteCustomer',
    name: 'Build the customer',
    kind: 'map',
    config: { mapping: 'flow-fields-customer', input: { kind: 'data', value: '$trigger' } },
  };
  await createDraft(page, 'flow', 'flow-fields-data', flowOf([build, tell]));
  await page.goto('/test/flows/flow-fields-data?step=tell');
  const subject = panel(page).getByRole('group', { name: /^Subject/ });
  await subject.getByRole('radio', { name: 'Data' }).click();
  const data = subject.getByRole('combobox', { name: 'Subject' });
  const options = page.getByRole('option');
  await data.fill('build');
  await expect(options.first()).toHaveText(/^Build the customer\$steps\.mapWithAccountToNetsuiteCustomer/);
  await data.fill('customer number');
  await expect(options.first()).toContainText('Build the customer › Customer number');
  // The list shows the end of a path that is too long for it.
  const path = options.first().locator('bdi');
  expect(
    await path.evaluate((end) => {
      const cut = end.parentElement?.getBoundingClientRect();
      return cut !== undefined && end.getBoundingClientRect().right <= cut.right + 1;
    }),
  ).toBe(true);
  await page.keyboard.press('Enter');
  await expect(data).toHaveValue('$steps.mapWithAccountToNetsuiteCustomer.number');
  await expect(subject).toContainText('Build the customer › Customer number');

  const body = panel(page).getByRole('group', { name: /^Body/ });
  await body.getByRole('button', { name: 'Insert data' }).click();
  await page.keyboard.type('name');
  await expect(options.first()).toContainText('Deal is won');
  await expect(options.first()).toContainText('$trigger.');
  await page.keyboard.press('Enter');
  await expect(body.getByRole('textbox', { name: 'Body' })).toHaveValue(/\{\{\$trigger\.(\w+\.)*Name\}\}/);
});

const condition = (value: string) => ({ kind: 'expression', value });

test('a condition is put together from fields and values, and is the same as its expression', async ({ page }) => {
  await signIn(page, 'analyst');
  const way = {
    id: 'way',
    name: 'How large?',
    kind: 'branch',
    config: { cases: [{ slot: 'large', title: 'Large', when: condition('') }] },
    bodies: { large: [tell], otherwise: [] },
  };
  const rule = {
    code: 'NO_ACCOUNT',
    message: 'The deal has no account.',
    assert: condition('$exists($trigger.AccountId)'),
  };
  const check = { id: 'check', name: 'Check it', kind: 'check', config: { rules: [rule] } };
  await createDraft(page, 'flow', 'flow-fields-condition', flowOf([way, check]));
  await page.goto('/test/flows/flow-fields-condition?step=way');
  const when = panel(page).getByRole('group', { name: 'When', exact: true });
  await expect(when.getByRole('radio', { name: 'Condition' })).toBeChecked();
  await expect(when).toContainText('Choose a field, and what it is compared with.');

  const field = (label: string) => when.getByRole('combobox', { name: `${label}: field`, exact: true });
  const value = (label: string) => when.getByRole('textbox', { name: `${label}: compared with`, exact: true });
  await field('It holds if').fill('amount');
  await page.keyboard.press('Enter');
  await expect(field('It holds if')).toHaveValue('$trigger.Amount');
  await when.getByRole('combobox', { name: 'It holds if: comparison' }).click();
  await page.getByRole('option', { name: 'is more than', exact: true }).click();
  await value('It holds if').fill('5000');
  await page.keyboard.press('Enter');
  await when.getByRole('button', { name: 'Add a row' }).click();
  await expect(when).toContainText('Choose the field that the condition looks at.');
  await field('It holds if, row 2').fill('stage');
  await page.keyboard.press('Enter');
  await value('It holds if, row 2').fill('Closed Won');
  await page.keyboard.press('Enter');
  await expect(when.getByLabel('In words')).toHaveText(/^.+ is more than 5000 and .* is “Closed Won”\.$/);
  await expect(when).not.toContainText('Choose');
  await checkAccessibility(page, 'condition of a branch');

  const text = when.locator('.cm-content');
  await when.getByRole('radio', { name: 'Expression' }).click();
  await expect(text).toHaveText('$trigger.Amount > 5000 and $trigger.StageName = "Closed Won"');
  await text.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('($least := 5000; $trigger.Amount > $least)');
  await expect(when).toContainText('It cannot be shown as rows of a condition, so it stays an expression.');
  await when.getByRole('radio', { name: 'Condition' }).click();
  await expect(when.getByRole('radio', { name: 'Expression' })).toBeChecked();
  await expect(text).toHaveText('($least := 5000; $trigger.Amount > $least)');

  const steps = page.getByRole('tree', { name: 'Steps' });
  await steps.getByRole('treeitem', { name: /Check it/ }).click();
  const mustHold = panel(page).getByRole('group', { name: 'Must hold', exact: true });
  await expect(mustHold.getByRole('combobox', { name: 'It holds if: comparison' })).toHaveText('is there');
  await steps.getByRole('treeitem', { name: /Deal is won/ }).click();
  const onlyWhen = panel(page).getByRole('group', { name: 'Only when', exact: true });
  await onlyWhen.getByRole('combobox', { name: 'It holds if: field', exact: true }).fill('stage');
  await page.keyboard.press('Enter');
  await onlyWhen.getByRole('textbox', { name: 'It holds if: compared with', exact: true }).fill('Closed Won');
  await page.keyboard.press('Enter');
  await expect(onlyWhen.getByLabel('In words')).toHaveText(/ is “Closed Won”\.$/);
  await onlyWhen.getByRole('combobox', { name: 'It holds if: comparison' }).click();
  await page.getByRole('option', { name: 'is one of', exact: true }).click();
  await expect(onlyWhen.getByRole('textbox', { name: 'Value 1' })).toHaveValue('Closed Won');
  await onlyWhen.getByRole('button', { name: 'Remove the condition' }).click();
  await expect(onlyWhen.getByRole('combobox', { name: 'It holds if: field', exact: true })).toHaveValue('');
});

test('a write behind a map writes what the map built, and says from which step it comes', async ({ page }) => {
  await signIn(page, 'analyst');
  await createDraft(page, 'mapping', 'flow-fields-netsuite', {
    format: 1,
    text: '{ "companyName": Name, "subsidiary": { "id": "1" } }',
    source: { kind: 'any' },
    target: { kind: 'object', system: 'netsuite', object: 'customer' },
    tests: [],
  });
  const build = {
    id: 'build',
    name: 'Build the customer',
    kind: 'map',
    config: { mapping: 'flow-fields-netsuite', input: { kind: 'data', value: '$trigger' } },
  };
  await createDraft(page, 'flow', 'flow-fields-write', flowOf([build]));
  await page.goto('/test/flows/flow-fields-write?step=build');
  await page
    .getByRole('tree', { name: 'Steps' })
    .getByRole('treeitem', { name: /Build the customer/ })
    .focus();
  await page.keyboard.press('a');
  await page.keyboard.type('write netsuite customer');
  await page.keyboard.press('Enter');
  const from = panel(page).getByRole('combobox', { name: /^Record comes from/ });
  await expect(from).toHaveText('The result of an earlier step');
  await expect(panel(page).getByRole('combobox', { name: /^Result of/ })).toHaveText('Build the customer');
  await from.click();
  await page.getByRole('option', { name: 'An expression', exact: true }).click();
  const record = panel(page).getByRole('group', { name: /^Record/ });
  await expect(record.getByRole('radio', { name: 'Data' })).toBeChecked();
  await expect(record.getByRole('combobox', { name: 'Record' })).toHaveValue('$steps.build');
});

test('a step with an error keeps its mark after a test that did not reach it', async ({ page }) => {
  await signIn(page, 'analyst');
  const toNobody = { ...tell, config: { ...tell.config, to: literal('the operators') } };
  const never = {
    id: 'never',
    name: 'Never',
    kind: 'branch',
    config: { cases: [{ slot: 'never', title: 'Never', when: { kind: 'literal', value: false } }] },
    bodies: { never: [toNobody, { ...tell, id: 'fine', name: 'Tell the right one' }], otherwise: [] },
  };
  await createDraft(page, 'flow', 'flow-fields-marks', flowOf([never]));
  await page.goto('/test/flows/flow-fields-marks?step=@trigger');
  const row = (name: string) => page.getByRole('tree', { name: 'Steps' }).getByRole('treeitem', { name });
  const mark = row('Tell somebody').getByRole('img', { name: '1 problems' });
  await expect(mark).toBeVisible();
  await page.getByRole('button', { name: 'Test run' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('group', { name: 'Newest for “Deal is won”' }).getByRole('option').first().click();
  await expect(dialog.getByText('StageName').first()).toBeVisible();
  await dialog.getByRole('button', { name: 'Run the test' }).click();
  await expect(page.getByText('test succeeded')).toBeVisible();
  await expect(row('Tell the right one')).toContainText('skipped');
  await expect(mark).toBeVisible();
});
