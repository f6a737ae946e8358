/** What a new user meets first, one promise per test. The demo firm exists; everything else is created here. */
import { expect } from '@playwright/test';
import { call, createDraft } from './support/definitions.ts';
import { signIn } from './support/sign-in.ts';
import { test } from './support/test.ts';

const any = { kind: 'any' };
const account = { kind: 'object', system: 'salesforce', object: 'Account' };

const mappingOf = (text: string, more: object = {}) => ({
  format: 1,
  text,
  source: any,
  target: any,
  tests: [],
  ...more,
});

const flowOf = (body: readonly unknown[]) => ({
  format: 2,
  description: '',
  trigger: { kind: 'manual', name: 'Started by hand' },
  body,
  settings: {},
});

test('a failing saved test stops a change before anybody clicks, and the screen leads to it', async ({ page }) => {
  await signIn(page, 'analyst');
  const definitionId = await createDraft(
    page,
    'mapping',
    'new-user-untrue',
    mappingOf('{ "name": Name }', {
      tests: [{ name: 'Keeps the name', input: { Name: 'Merrow' }, expected: { name: 'Finch' } }],
    }),
  );
  const change = (await call(page, 'changes.create', { title: 'An untrue test', definitionIds: [definitionId] })) as {
    readonly number: number;
  };
  await page.goto(`/test/changes/${change.number}`);
  const failing = page.getByRole('region', { name: 'Failing saved tests' });
  await expect(failing).toContainText('One saved test fails, so this change cannot be submitted.');
  await expect(failing).toContainText(
    'The saved test "Keeps the name" of the mapping "new-user-untrue" fails: /name should be "Finch" and is "Merrow".',
  );
  await expect(page.getByRole('button', { name: 'Submit for review' })).toBeDisabled();
  await failing.getByRole('link', { name: 'new-user-untrue' }).click();
  await expect(page.getByRole('tab', { name: /^Tests/, selected: true })).toBeVisible();
  await expect(page.getByRole('cell', { name: /Finch/ })).toBeVisible();
});

test('a step field takes text as text, data from a list, or an expression, and keeps what it is', async ({ page }) => {
  await signIn(page, 'analyst');
  const tell = { id: 'tell', kind: 'notify', name: 'Tell Olga' };
  const empty = { kind: 'literal', value: '' };
  const config = { to: empty, subject: empty, body: { kind: 'literal', value: 'It is done.' } };
  await createDraft(page, 'flow', 'new-user-fields', flowOf([{ ...tell, config }]));
  await page.goto('/test/flows/new-user-fields?step=tell');
  const panel = page.getByRole('complementary', { name: 'Selected step' });
  const to = panel.getByRole('group', { name: /^To/ });
  await to.getByRole('textbox', { name: 'To' }).fill('olga@example.com');
  const subject = panel.getByRole('group', { name: /^Subject/ });
  await subject.getByRole('textbox', { name: 'Subject' }).fill('Run ');
  await subject.getByRole('textbox', { name: 'Subject' }).press('End');
  await subject.getByRole('button', { name: 'Insert data' }).click();
  await page.keyboard.type('runId');
  await page.keyboard.press('Enter');
  await expect(subject.getByRole('textbox', { name: 'Subject' })).toHaveValue('Run {{$flow.runId}}');
  await expect(page.getByRole('button', { name: 'No problems' })).toBeVisible();

  await to.getByRole('radio', { name: 'Data' }).click();
  await to.getByRole('combobox', { name: 'To' }).fill('environment');
  await page.keyboard.press('Enter');
  await expect(to.getByRole('combobox', { name: 'To' })).toHaveValue('$flow.environment');
  await to.getByRole('radio', { name: 'Expression' }).click();
  await expect(to.locator('.cm-content')).toHaveText('$flow.environment');
  await expect(page.getByText(/draft saved/)).toBeVisible();

  await page.reload();
  await expect(to.getByRole('radio', { name: 'Expression' })).toBeChecked();
  await expect(subject.getByRole('radio', { name: 'Text' })).toBeChecked();
  await expect(subject.getByRole('textbox', { name: 'Subject' })).toHaveValue('Run {{$flow.runId}}');
});

test('a mapping that is fed the wrong shape is an error in the problems list', async ({ page }) => {
  await signIn(page, 'analyst');
  await createDraft(page, 'mapping', 'new-user-account', mappingOf('{ "companyName": Name }', { source: account }));
  const input = { kind: 'expression', value: '{ "recordId": $flow.runId, "changes": [] }' };
  const shape = { id: 'shape', kind: 'map', name: 'Shape', config: { mapping: 'new-user-account', input } };
  await createDraft(page, 'flow', 'new-user-shapes', flowOf([shape]));
  await page.goto('/test/flows/new-user-shapes?step=shape');
  await page.getByRole('button', { name: /error/ }).click();
  await expect(page.getByRole('region', { name: 'Problems' })).toContainText(
    'it reads Name, which is not there. Choose other data, or another mapping.',
  );
});

test('the mapper undoes and redoes a picked field any number of times', async ({ page }) => {
  await signIn(page, 'analyst');
  const target = { kind: 'entity', entity: 'customer' };
  await createDraft(page, 'mapping', 'new-user-undo', mappingOf('', { source: account, target }));
  await page.goto('/test/mappings/new-user-undo');
  const text = page.getByRole('textbox', { name: 'Mapping text' });
  const undo = page.getByRole('button', { name: 'Undo' });
  const redo = page.getByRole('button', { name: 'Redo' });
  await page
    .getByRole('tree', { name: 'Target fields' })
    .getByRole('treeitem', { name: /^(not set )?name\b/ })
    .click();
  await page
    .getByRole('tree', { name: 'Source fields' })
    .getByRole('treeitem', { name: /^Name\b/ })
    .click();
  await expect(text).toContainText('"name": Name');
  await undo.click();
  await expect(text).not.toContainText('Name');
  await expect(undo).toBeDisabled();
  await redo.click();
  await expect(text).toContainText('"name": Name');
  await expect(redo).toBeDisabled();
  await text.click();
  await page.keyboard.press('Control+z');
  await expect(text).not.toContainText('Name');
});

test('the keyboard stays where the work is: in dialogs, and after inserting, deleting and undoing', async ({
  page,
}) => {
  await signIn(page, 'analyst');
  const raise = (id: string) => ({
    id,
    kind: 'raise',
    name: `Raise ${id}`,
    config: { code: 'STOP', message: { kind: 'literal', value: 'Stop.' } },
  });
  await createDraft(page, 'flow', 'new-user-keys', flowOf([raise('one')]));
  await page.goto('/test/flows/new-user-keys?step=one');
  const rows = page.getByRole('tree', { name: 'Steps' });
  await rows.getByRole('treeitem', { name: /Raise one/ }).focus();
  await page.keyboard.press('a');
  await page.keyboard.type('notify');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Selected step' });
  await expect(panel.getByRole('textbox', { name: 'To', exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(rows.getByRole('treeitem', { name: /Notify/ })).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(rows.getByRole('treeitem', { name: /Raise one/ })).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(rows.getByRole('treeitem', { name: /Notify/ })).toBeVisible();
  await expect(page.locator('[data-row]:focus')).toHaveCount(1);

  await page.getByRole('button', { name: 'Submit change' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel(/^Title/)).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Close' })).not.toBeFocused();
  await page.keyboard.press(' ');
  await expect(dialog).toBeVisible();
});
