/**
 * A mapping is signed off outside the product: its table goes out as a sheet and comes back with changes. Its tests come from
 * samples, and its value map gets the values that were really seen.
 */
import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import { checkAccessibility, checkColours } from './support/check-accessibility.ts';
import { createDraft } from './support/definitions.ts';
import { look } from './support/look.ts';
import { signIn } from './support/sign-in.ts';
import { test } from './support/test.ts';

const source = { kind: 'object', system: 'salesforce', object: 'Account' };
const target = { kind: 'entity', entity: 'customer' };
const text = `{
  /* As on the invoice. */ "name": Name,
  "phone": Phone,
  "website": "-" & Website,
  "industry": Industry = "Rail" ? "transport" : "other"
}`;
const acme = { Name: 'ACME', Website: 'acme.example', Industry: 'Rail' };

test('a mapping is exported as a sheet, and a corrected sheet changes it as one step', async ({ page }) => {
  await signIn(page, 'analyst');
  const tests = [
    { name: 'ACME', input: acme, expected: { name: 'ACME', website: '-acme.example', industry: 'transport' } },
  ];
  await createDraft(page, 'mapping', 'sheet-of-customers', { format: 1, source, target, text, tests });
  await page.goto('/test/mappings/sheet-of-customers');
  await page.getByRole('tab', { name: 'Table' }).click();
  const table = page.getByRole('table', { name: 'Fields' });
  const row = (field: string) =>
    table.getByRole('row').filter({ has: page.getByRole('button', { name: field, exact: true }) });
  await expect(row('name*')).toContainText('As on the invoice.');
  await expect(row('name*')).toContainText('1 test');
  await expect(row('phone')).toContainText('no test');
  await expect(row('industry')).toContainText('“transport” if Industry is “Rail”, otherwise “other”.');

  await test.step('a cell is changed by keyboard, and only once its text can be read', async () => {
    const cell = table.getByRole('button', { name: /^Expression of phone:/ });
    await cell.press('Enter');
    const editor = table.getByRole('textbox', { name: 'Expression of phone' });
    await editor.fill('$string(Phone');
    await page.keyboard.press('Control+Enter');
    await expect(row('phone').getByRole('status')).toContainText('Press Esc to discard it.');
    await editor.fill('$string(Phone)');
    await page.keyboard.press('Control+Enter');
    await expect(cell).toBeFocused();
    await expect(cell).toContainText('$string(Phone)');
  });

  await test.step('everybody can read the table', async () => {
    await look(page, 'table-light-wide');
    await checkAccessibility(page, 'the table of a mapping');
    await look(page, 'table-dark-wide', 'dark');
    await checkColours(page, 'the table in the dark');
    await page.emulateMedia({ colorScheme: 'light' });
  });

  await test.step('the workbook comes back as it went', async () => {
    const workbook = await exported(page, 'Workbook (.xlsx)');
    expect(workbook.name).toBe('sheet-of-customers.xlsx');
    const dialog = await imported(page, workbook.name, workbook.bytes);
    await expect(dialog).toContainText('The sheet says the same as the mapping. There is nothing to import.');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByRole('button', { name: 'Import', exact: true })).toBeFocused();
  });

  const csv = await exported(page, 'Text with commas (.csv)');
  const sheet = csv.bytes.toString('utf8');
  expect(sheet).toContain(`"'-acme.example"`);

  await test.step('a sheet with a mistake changes nothing, and says in which cell it is', async () => {
    const broken = sheet
      .replace('"$string(Phone)"', '"$string(Phone"')
      .replace('"As on the invoice."', '"Legal name."');
    const dialog = await imported(page, 'signed.csv', Buffer.from(broken));
    await expect(dialog.getByRole('list', { name: 'Problems of the sheet' })).toContainText(/^E\d+: /);
    await expect(dialog.getByRole('button', { name: /^Import/ })).toBeDisabled();
    await look(page, 'import-problems-light-wide');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
  });

  await test.step('a corrected sheet shows its changes first, and is one step to undo', async () => {
    const signed = sheet.replace('"$string(Phone)"', '"$trim(Phone)"').replace('"As on the invoice."', '"Legal name."');
    const dialog = await imported(page, 'signed.csv', Buffer.from(signed));
    const changes = dialog.getByRole('table', { name: 'Changes of the sheet' });
    await expect(changes.getByRole('row').filter({ hasText: '$trim(Phone)' })).toContainText('$string(Phone)');
    await look(page, 'import-light-wide');
    await dialog.getByRole('button', { name: 'Import 2 changes' }).press('Enter');
    await expect(row('name*')).toContainText('Legal name.');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(row('name*')).toContainText('As on the invoice.');
    await expect(row('phone')).toContainText('$string(Phone)');
  });
});

test('the fewest samples that cover what no test covers become tests, without their personal data', async ({
  page,
}) => {
  await signIn(page, 'analyst');
  await createDraft(page, 'mapping', 'tests-from-samples', { format: 1, source, target, text, tests: [] });
  await page.goto('/test/mappings/tests-from-samples');
  for (const record of [
    { Name: 'Bare' },
    { ...acme, Phone: '+44 1904 000101' },
    { Name: 'Other', Website: 'other.example', Industry: 'Law' },
  ]) {
    await page.getByRole('button', { name: 'Paste a record' }).click();
    await page.getByRole('dialog').getByLabel('Record').fill(JSON.stringify(record));
    await page.getByRole('dialog').getByRole('button', { name: 'Use it' }).click();
  }
  await page.getByRole('tab', { name: 'Tests' }).click();
  const coverage = page.getByRole('region', { name: 'Coverage of the tests' });
  await expect(coverage).toContainText('Tests give 0 of 4 set fields a value and run 0 of 2 branches.');
  await coverage.getByRole('button', { name: 'Add 2 tests from samples' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Tests from samples' });
  await expect(dialog).toContainText('Gives name, phone, website, industry a value.');
  await expect(dialog).toContainText('Masked: Phone.');
  await look(page, 'promote-light-wide');
  await checkAccessibility(page, 'tests from samples');
  await dialog.getByRole('button', { name: 'Save 2 tests' }).press('Enter');
  await expect(coverage).toContainText('Tests give 4 of 4 set fields a value and run 2 of 2 branches.');
  await expect(coverage.getByRole('button', { name: 'No sample covers more' })).toBeFocused();
  await expect(page.getByRole('button', { name: 'tests 2/2' })).toBeVisible();
  await look(page, 'coverage-dark-wide', 'dark');
  await checkColours(page, 'the coverage of tests in the dark');
  await expect(page.getByText(/draft saved/)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(coverage).toContainText('Tests give 0 of 4 set fields a value');
});

test('a value map gets rows for the values that were really seen', async ({ page }) => {
  await signIn(page, 'analyst');
  const lookup = '{ "industry": $valueMap("seen-industries", Industry) }';
  const seen = ['Rail', 'Rail', 'Law', 'Tea'].map((Industry, index) => ({
    name: `Firm ${index}`,
    input: { Industry },
  }));
  await createDraft(page, 'mapping', 'looks-up-industries', { format: 1, source, target, text: lookup, tests: seen });
  await createDraft(page, 'value-map', 'seen-industries', {
    format: 1,
    entries: [
      { key: 'Rail', value: 'transport' },
      { key: 'Coal', value: 'energy' },
    ],
  });
  await page.goto('/test/value-maps/seen-industries');
  const values = page.getByRole('region', { name: 'Values really seen' });
  await expect(values).toContainText('3 values were looked up. 2 of them have no row. Each of them stops its record.');
  const rows = page.getByRole('table', { name: 'Rows' });
  await expect(rows.getByRole('row').nth(1)).toContainText('2 samples');
  await expect(rows.getByRole('row').nth(2)).toContainText('never seen');
  await look(page, 'seen-values-light-wide');
  await checkAccessibility(page, 'a value map with values that were seen');
  await look(page, 'seen-values-dark-wide', 'dark');
  await checkColours(page, 'a value map in the dark');
  await values.getByRole('button', { name: 'Add rows for all 2' }).press('Enter');
  await expect(page.getByLabel('Value of row 3')).toBeFocused();
  await expect(page.getByLabel('Key of row 3')).toHaveValue('Law');
  await page.keyboard.type('services');
  await expect(values).toContainText('All of them have a row.');
  await expect(page.getByText('1 without a value')).toBeVisible();

  await test.step('two columns of a spreadsheet are pasted, and a key that is there twice is refused', async () => {
    await pasteInto(page.getByLabel('Key of row 1'), 'Tea\tfood\nGas\tenergy\nTea\tdrinks');
    const dialog = page.getByRole('dialog', { name: 'Paste rows' });
    await expect(dialog).toContainText('Row 3 repeats the key “Tea” of row 1. There must be one row for each key.');
    await expect(dialog.getByRole('button', { name: 'Put in 3 rows' })).toBeDisabled();
    await dialog.getByLabel('Rows').fill('Tea\tfood\nGas\tenergy');
    await expect(dialog).toContainText('1 new row, 1 changed row.');
    await dialog.getByRole('button', { name: 'Put in 2 rows' }).click();
    await expect(page.getByLabel('Value of row 4')).toHaveValue('food');
    await expect(page.getByLabel('Key of row 5')).toHaveValue('Gas');
  });
});

/** Exports the table, and reads the file. */
async function exported(page: Page, kind: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  await page.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: kind }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

async function imported(page: Page, name: string, buffer: Buffer): Promise<Locator> {
  await page.getByLabel('Sheet to import').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  const dialog = page.getByRole('dialog', { name: `Import ${name}` });
  await expect(dialog).toBeVisible();
  return dialog;
}

/** Pastes a text as the clipboard would. */
async function pasteInto(locator: Locator, text: string): Promise<void> {
  await locator.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}
