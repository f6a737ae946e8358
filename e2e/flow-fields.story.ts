/** Fields of a flow are filled without code: data is found by the words that people use for it. */
import { expect, type Page } from '@playwright/test';
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
