/**
 * A flow is drawn as people think of it: steps are found by what they do, several are edited at once, and each gesture
 * can be undone, by mouse and by keyboard alike.
 */
import { expect, type Locator, type Page } from '@playwright/test';
import { checkAccessibility } from './support/check-accessibility.ts';
import { createDraft } from './support/definitions.ts';
import { signIn } from './support/sign-in.ts';
import { test } from './support/test.ts';

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
  await draw(page, key, body, step);
}

async function draw(page: Page, key: string, body: readonly unknown[], step = '@trigger'): Promise<void> {
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
  await page.keyboard.insertText('salesforce account read');
  await expect(page.getByRole('option', { selected: true })).toContainText('Read account from Salesforce');
  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('combobox', { name: 'Record id' })).toHaveValue('$trigger.AccountId');
  await expect(panel(page).getByLabel('Name', { exact: true })).toBeFocused();

  await page.keyboard.press('Escape');
  await expect(row(page, 'Read account from Salesforce')).toBeFocused();
  await page.keyboard.press('a');
  await page.keyboard.insertText('map account customer');
  await page.keyboard.press('Enter');
  await expect(row(page, 'Map with Salesforce account to customer')).toHaveAttribute('aria-selected', 'true');
  await expect(panel(page).getByLabel('Name', { exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('a');
  await page.keyboard.insertText('NetSuite customer');
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
  await draw(page, 'canvas-other', []);
  await row(page, 'A deal is won').click();
  await page.keyboard.press('Control+v');
  await expect(row(page, 'Tell two')).toBeFocused();
  await page.getByRole('button', { name: '1 error' }).click();
  await expect(page.getByRole('region', { name: 'Problems' })).toContainText(
    '"Tell two" uses $steps.one, but there is no such step.',
  );
});

const branch = {
  id: 'way',
  name: 'Which way',
  kind: 'branch',
  config: { cases: [{ slot: 'gb', title: 'GB', when: { kind: 'expression', value: '$trigger.Amount > 10' } }] },
  bodies: { gb: [], otherwise: [] },
};

const node = (page: Page, id: string): Locator => page.locator(`.react-flow__node[data-id="${id}"]`);
const place = (page: Page, id: string): Locator => page.locator(`[data-place="${id}"]`);

/** Drags an element of the canvas to a place between steps, and leaves the button down. */
async function dragTo(page: Page, from: Locator, insertId: string): Promise<void> {
  const start = await middleOf(from);
  const target = await middleOf(page.locator(`[data-insert="${insertId}"]`));
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x + 20, start.y + 20, { steps: 3 });
  await page.mouse.move(target.x, target.y, { steps: 8 });
}

async function middleOf(element: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await element.boundingBox();
  if (box === null) throw new Error('The element is not on the screen.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test('steps are dragged onto the lines that take them, and a line that cannot says why', async ({ page }) => {
  await open(page, 'canvas-drag', [...three, branch]);
  await dragTo(page, node(page, 'two'), '/0');
  await expect(place(page, '/0')).toHaveAttribute('data-takes', 'false');
  await expect(page.getByText('Here “Tell two” could not read “Tell one”: it comes later.')).toBeVisible();
  await expect(place(page, 'way/gb/0')).toHaveAttribute('data-takes', 'true');
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(said(page)).toHaveText(/Cancelled\. Nothing was moved\./);

  await dragTo(page, node(page, 'two'), 'way/gb/0');
  await page.mouse.up();
  await expect(said(page)).toHaveText(/Done: move of “Tell two”\./);
  await expect
    .poll(() => names(page))
    .toEqual(['A deal is won', 'Tell one', 'Tell last', 'Which way', 'GB', 'Tell two', 'Otherwise (empty)']);
  await dragTo(page, node(page, 'way'), 'way/otherwise/0');
  await expect(page.getByText('“Which way” cannot go inside itself.')).toBeVisible();
  await page.mouse.up();
  await expect(said(page)).toHaveText(/cannot go inside itself/);

  await dragTo(page, page.getByRole('button', { name: 'Add Raise' }), 'way/otherwise/0');
  await page.mouse.up();
  await expect(panel(page).getByRole('textbox', { name: 'Exception code' })).toBeFocused();
  await expect(row(page, 'Raise exception')).toBeVisible();

  await node(page, 'one').click();
  await node(page, 'last').click({ modifiers: ['Shift'] });
  await dragTo(page, node(page, 'one'), 'way/gb/1');
  await page.mouse.up();
  await expect(said(page)).toHaveText(/Here “Tell two” could not read “Tell one”: it comes later\./);
});

test('the same by keyboard: arrow keys choose the place, which is read out', async ({ page }) => {
  await open(page, 'canvas-keys', [...three, branch], 'two');
  await row(page, 'Tell two').focus();
  await page.keyboard.press('m');
  await expect(said(page)).toHaveText(/Moving “Tell two”/);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(said(page)).toHaveText(
    /Not before “Tell one”\. Here “Tell two” could not read “Tell one”: it comes later\./,
  );
  await page.keyboard.press('Enter');
  await expect(said(page)).toHaveText(/could not read/);
  for (let count = 0; count < 4; count += 1) await page.keyboard.press('ArrowDown');
  await expect(said(page)).toHaveText(/in “GB” of “Which way”/);
  await page.keyboard.press('Enter');
  await expect(said(page)).toHaveText(/Done: move of “Tell two”\./);
  await expect(row(page, 'Tell two')).toBeFocused();
  await expect(row(page, 'Tell two')).toHaveAttribute('aria-level', '3');
  await page.keyboard.press('Control+z');
  await expect(row(page, 'Tell two')).toHaveAttribute('aria-level', '1');
  await page.keyboard.press('m');
  await page.keyboard.press('Escape');
  await expect(said(page)).toHaveText(/Cancelled\. Nothing was moved\./);

  // What changes the flow on the way ends the move, because its places are those of the flow before.
  await page.keyboard.press('m');
  await expect(page.locator('[data-place]')).not.toHaveCount(0);
  await page.keyboard.press('Control+Shift+z');
  await expect(row(page, 'Tell two')).toHaveAttribute('aria-level', '3');
  await expect(page.locator('[data-place]')).toHaveCount(0);

  await page.keyboard.press('Control+k');
  await page.keyboard.type('select all');
  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('heading', { name: '4 steps selected' })).toBeVisible();
});

test('a problem leads to its field, and the clear ones are repaired with one click', async ({ page }) => {
  await open(page, 'canvas-problems', [{ ...notify('one', 'Tell one'), disabled: true }, three[1]]);
  await page.getByRole('button', { name: '1 warning' }).click();
  const problems = page.getByRole('region', { name: 'Problems' });
  await expect(problems).toContainText('"Tell one" is disabled, so it gives nothing.');
  await problems.getByRole('button', { name: 'Enable “Tell one”' }).click();
  await expect(page.getByRole('button', { name: 'No problems' })).toBeVisible();

  await row(page, 'Tell two').focus();
  await page.keyboard.press('a');
  await page.keyboard.type('map');
  await page.keyboard.press('Enter');
  await problems.getByRole('button', { name: 'Choose the mapping' }).click();
  await expect(panel(page).getByRole('combobox', { name: /^Mapping/ })).toBeFocused();
});

test('notes, undo, disabled steps and called flows can be seen, and the way back is one click', async ({ page }) => {
  await signIn(page, 'analyst');
  const called = { ...flowOf([notify('inner', 'Tell inner')]), trigger: { kind: 'call', name: 'Called' } };
  await createDraft(page, 'flow', 'canvas-called', called);
  const write = {
    id: 'write',
    name: 'Write customer',
    kind: 'write',
    note: 'Finance asked for it.',
    config: {
      connection: 'netsuite',
      object: 'customer',
      operation: 'upsert',
      identity: { externalId: { kind: 'data', value: '$trigger.AccountId' } },
      record: { kind: 'expression', value: '{ "companyName": $trigger.Name, "subsidiary": { "id": "1" } }' },
      undo: { operation: 'delete' },
    },
    bodies: { onError: [notify('tell', 'Tell finance')] },
  };
  const call = {
    id: 'call',
    name: 'Call it',
    kind: 'call',
    config: { flow: 'canvas-called', input: { kind: 'data', value: '$trigger' } },
  };
  await draw(page, 'canvas-marks', [
    write,
    { ...call, disabled: true },
    { ...call, id: 'again', name: 'Call it again' },
  ]);
  await expect(node(page, 'write').getByRole('img', { name: 'Note: Finance asked for it.' })).toBeVisible();
  await expect(node(page, 'write').getByRole('img', { name: /^Undo: If a later step fails for good/ })).toBeVisible();
  await expect(node(page, 'call').getByRole('img', { name: 'disabled' })).toBeVisible();
  await expect(page.getByText('On error').first()).toBeVisible();
  await checkAccessibility(page, 'a flow with notes, undo, an error lane and a disabled step');
  await node(page, 'again').getByRole('link', { name: 'Open the flow canvas-called' }).click();
  await expect(row(page, 'Tell inner')).toBeVisible();
  await page.getByRole('link', { name: 'Back to canvas-marks' }).click();
  await expect(row(page, 'Write customer')).toBeVisible();
});

test('a new row of a list has the focus in its first field, and a removed one leaves it in the list', async ({
  page,
}) => {
  await open(page, 'canvas-rows', [branch], 'way');
  const cases = panel(page).getByRole('group', { name: 'Cases', exact: true });
  const titles = cases.getByRole('textbox', { name: 'Title' });
  await cases.getByRole('button', { name: 'Add case' }).press('Enter');
  await expect(titles.nth(1)).toBeFocused();
  await page.keyboard.insertText('France');
  await expect(titles.nth(1)).toHaveValue('France');
  await cases.getByRole('button', { name: 'Add case' }).press('Enter');
  await cases.getByRole('button', { name: 'Remove cases 3' }).press('Enter');
  await expect(cases.getByRole('button', { name: 'Remove cases 2' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(cases.getByRole('button', { name: 'Add case' })).toBeFocused();
  await expect(titles).toHaveCount(1);
});
