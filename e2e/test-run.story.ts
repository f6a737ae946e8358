/**
 * A test run tells the truth about a flow before anybody publishes it: which record it took, which path it went, what
 * each step worked on, and the exact requests that it did not send. Its steps can be pinned, and it can begin anywhere.
 */
import { expect, type Locator, type Page } from '@playwright/test';
import { checkAccessibility } from './support/check-accessibility.ts';
import { ask, createDraft } from './support/definitions.ts';
import { signIn } from './support/sign-in.ts';
import { test } from './support/test.ts';

const data = (value: string) => ({ kind: 'data', value });
const expression = (value: string) => ({ kind: 'expression', value });
const text = (value: string) => ({ kind: 'literal', value });

const notify = (id: string, name: string, body = 'Seen.') => ({
  id,
  name,
  kind: 'notify',
  config: { to: text('operator'), subject: text(name), body: text(body) },
});

const flow = {
  format: 2,
  trigger: {
    kind: 'webhook',
    name: 'A tried deal is won',
    connection: 'salesforce',
    object: 'Opportunity',
    when: 'StageName = "Closed Won"',
  },
  body: [
    {
      id: 'account',
      name: 'Read its account',
      kind: 'read',
      config: { connection: 'salesforce', object: 'Account', find: { by: 'id', value: data('$trigger.AccountId') } },
    },
    {
      id: 'size',
      name: 'How large?',
      kind: 'branch',
      config: { cases: [{ slot: 'none', title: 'Worth nothing', when: expression('$trigger.Amount < 0') }] },
      bodies: { none: [notify('never', 'Tell sales')], otherwise: [] },
    },
    {
      id: 'customer',
      name: 'Write the customer',
      kind: 'write',
      config: {
        connection: 'netsuite',
        object: 'customer',
        operation: 'upsert',
        identity: { externalId: expression('"TRIED-" & $trigger.AccountId'), match: [{ by: 'external-id' }] },
        record: expression('{ "companyName": $steps.account.Name, "subsidiary": { "id": "1" } }'),
        undo: { operation: 'delete' },
      },
    },
    {
      id: 'each',
      name: 'For each of two',
      kind: 'for-each',
      config: { items: expression('["first", "second"]') },
      bodies: { each: [notify('tell', 'Tell about one', '{{$item}} of {{$steps.account.Name}}')] },
    },
  ],
  settings: { businessLabel: '$trigger.Name' },
};

const key = 'tried-in-the-designer';
const row = (page: Page, name: string): Locator =>
  page.getByRole('tree', { name: 'Steps' }).getByRole('treeitem').filter({ hasText: name }).first();
const panel = (page: Page): Locator => page.getByRole('complementary', { name: 'Selected step' });
const bar = (page: Page): Locator => page.getByRole('region', { name: 'Canvas' }).getByRole('status').first();

async function tested(page: Page, name: string): Promise<Locator> {
  await row(page, name).click();
  const tab = panel(page).getByRole('tab', { name: 'Test' });
  await tab.click();
  return panel(page).getByRole('tabpanel');
}

const runs = async (page: Page): Promise<number> => {
  const listed = await ask(page, 'runs.list', { environment: 'test', flowKey: key });
  return (listed as { readonly total: number }).total;
};

test('a test on a record found by name shows path, items and the exact request, and can begin at a pinned step', async ({
  page,
}) => {
  await signIn(page, 'analyst');
  await createDraft(page, 'flow', key, flow);
  await page.goto(`/test/flows/${key}?step=@trigger`);
  await page.getByRole('button', { name: 'Test run' }).click();
  const dialog = page.getByRole('dialog');
  const newest = dialog.getByRole('group', { name: 'Newest for “A tried deal is won”' });
  await newest.getByRole('option').first().click();
  await expect(dialog.getByText('StageName').first()).toBeVisible();
  await checkAccessibility(page, 'samples by name');
  // Reading samples has made no run.
  expect(await runs(page)).toBe(0);
  await dialog.getByRole('button', { name: 'Run the test' }).click();
  await expect(bar(page)).toContainText('test succeeded');

  const write = await tested(page, 'Write the customer');
  await expect(
    write.getByText(/^It would create a record\. Nothing was sent; it would send 1 request\./),
  ).toBeVisible();
  await expect(write.getByText(/^PUT http.*\/record\/v1\/customer\/eid:TRIED-/)).toBeVisible();
  await expect(write.getByText('authorization: •••')).toBeVisible();
  const skipped = await tested(page, 'Tell sales');
  await expect(skipped).toContainText('“How large?” took “Otherwise”.');
  const items = await tested(page, 'Tell about one');
  await items.getByRole('button', { name: 'Next item' }).click();
  await expect(items).toContainText('“For each of two” 2');
  await expect(items.getByRole('region', { name: 'input' })).toContainText('second of');
  await checkAccessibility(page, 'a step in the last test');

  const account = await tested(page, 'Read its account');
  await account.getByRole('button', { name: 'Write an output' }).click();
  await account.getByLabel('Pinned output').fill('{ "Name": ');
  await expect(account.getByText(/^This is no JSON/)).toBeVisible();
  await account.getByLabel('Pinned output').fill('{ "Name": "Pinned Ltd" }');
  await account.getByRole('button', { name: 'Pin it' }).click();
  await expect(row(page, 'Read its account').getByRole('img', { name: 'pinned', exact: true }).first()).toBeVisible();
  await (await tested(page, 'Write the customer')).getByRole('button', { name: 'Test from here' }).click();
  await expect(bar(page)).toContainText('from “Write the customer”');
  await expect(bar(page)).toContainText('test succeeded');
  await expect(bar(page)).toContainText('2 not executed, with a given output');
  await expect(
    panel(page)
      .getByText(/"companyName": "Pinned Ltd"/)
      .first(),
  ).toBeVisible();

  await page.reload();
  await expect(page.getByRole('tab', { name: 'Test', exact: true })).toHaveAttribute('aria-selected', 'true');
  await (await tested(page, 'Read its account')).getByRole('button', { name: 'Remove the pin' }).click();
  await expect(row(page, 'Read its account').getByRole('img', { name: 'pinned', exact: true })).toHaveCount(0);
});
