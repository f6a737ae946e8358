/**
 * A person fills the fields of a new mapping without typing any JSONata: each field is chosen, and the editor writes its
 * expression. The text, the previewed results and a saved test show what came of it.
 */
import { expect, type Locator, type Page } from '@playwright/test';
import { checkAccessibility, checkColours } from './support/check-accessibility.ts';
import { createDraft, savedMapping } from './support/definitions.ts';
import { signIn } from './support/sign-in.ts';
import { test } from './support/test.ts';

const key = 'field-editor';
const source = { kind: 'object', system: 'salesforce', object: 'Opportunity', include: ['lines', 'contactRoles'] };
const target = { kind: 'entity', entity: 'contract' };
const deal = {
  Id: '0061',
  Name: 'ACME Phase 2',
  Amount: 250_000,
  Billing_Model__c: 'Monthly in Arrears',
  CloseDate: '2026-11-23',
  CurrencyIsoCode: 'GBP',
  lines: [
    { Id: 'a', Quantity: 2, Description: 'Design' },
    { Id: 'b', Quantity: 0, Description: 'Nothing' },
    { Id: 'c', Quantity: 5, Description: 'Build' },
  ],
};
const expected = {
  name: 'Deal ACME Phase 2',
  contractType: 'fixed-fee',
  practice: 'Enterprise',
  billingModel: 'monthly-in-arrears',
  signedDate: '2026-11-23',
  totalAmount: { amount: '250000.00', currency: 'GBP' },
  lines: [{ name: 'Design' }, { name: 'Build' }],
  origin: { system: 'salesforce' },
};
const text = '{\n  "contractType": "retainer"\n}';
const mapping = { format: 1, source, target, text, tests: [{ name: 'A won deal', input: deal, expected }] };

test('fields of a new mapping are filled without typing JSONata, and the preview and a test show the results', async ({
  page,
}) => {
  await signIn(page, 'analyst');
  await createDraft(page, 'mapping', key, mapping);
  await page.goto(`/test/mappings/${key}`);
  const fields = new Fields(page);

  await test.step('one of the allowed values', async () => {
    await fields.open('contractType');
    await expect(fields.kind).toHaveText('Fixed text');
    await choose(fields.panel.getByLabel('Value', { exact: true }), 'fixed-fee');
    await expect(fields.words).toHaveText('“fixed-fee”.');
    await expect(fields.value).toHaveText('fixed-fee');
  });

  await test.step('a fixed text', async () => {
    await fields.open('origin.system');
    await choose(fields.kind, 'Fixed text');
    await expect(fields.panel.getByRole('status')).toHaveText('Nothing is written yet. Set the value.');
    await fields.panel.getByLabel('Value', { exact: true }).fill('salesforce');
    await page.keyboard.press('Enter');
    await expect(fields.value).toHaveText('salesforce');
  });

  await test.step('a text with a field in it', async () => {
    await fields.open('name');
    await choose(fields.kind, 'Source field');
    await fields.pick('Source field', 'Name');
    const chosen = fields.panel.getByRole('combobox', { name: 'Source field' });
    await chosen.blur();
    await chosen.focus();
    await page.keyboard.press('Enter');
    await expect(chosen).toHaveValue('Name');
    await choose(fields.kind, 'Text with fields');
    await expect(fields.panel.getByRole('status')).toHaveText('One part of the text is empty.');
    await choose(fields.panel.getByLabel('Part 2: kind'), 'Fixed text');
    await fields.panel.getByLabel('Part 2', { exact: true }).fill('Deal ');
    await page.keyboard.press('Enter');
    await fields.panel.getByRole('button', { name: 'Move part 2 up' }).click();
    await expect(fields.words).toHaveText('The text “Deal ” + Opportunity name.');
    await expect(fields.value).toHaveText('Deal ACME Phase 2');
  });

  await test.step('a value that depends on a condition', async () => {
    await fields.open('practice');
    await choose(fields.kind, 'Depends on a condition');
    await expect(fields.panel.getByRole('status')).toHaveText('Choose the field that the condition looks at.');
    await fields.pick('If: field', 'Amount');
    await choose(fields.panel.getByLabel('If: comparison'), 'is more than');
    await choose(fields.panel.getByLabel('If: compared with: kind'), 'Fixed number');
    await fields.panel.getByLabel('If: compared with', { exact: true }).fill('100000');
    await page.keyboard.press('Enter');
    await choose(fields.panel.getByLabel('Then: kind'), 'Fixed text');
    await fields.panel.getByLabel('Then', { exact: true }).fill('Enterprise');
    await page.keyboard.press('Enter');
    await choose(fields.panel.getByLabel('Otherwise: kind'), 'Fixed text');
    await fields.panel.getByLabel('Otherwise', { exact: true }).fill('Standard');
    await page.keyboard.press('Enter');
    await expect(fields.words).toHaveText('“Enterprise” if Amount is more than 100000, otherwise “Standard”.');
    await expect(fields.value).toHaveText('Enterprise');
  });

  await test.step('a value map', async () => {
    await fields.open('billingModel');
    await choose(fields.kind, 'Value map');
    // A missing one is created on the way.
    await fields.panel.getByRole('button', { name: 'Create one…' }).click();
    const dialog = page.getByRole('dialog', { name: 'New value map' });
    await dialog.getByLabel('Name').fill('Made in a form');
    await dialog.getByRole('button', { name: 'Create', exact: true }).click();
    const map = fields.panel.getByRole('combobox', { name: 'Value map', exact: true });
    await expect(map).toHaveText('Made in a form');
    await choose(map, 'Billing model');
    await fields.pick('Look up', 'Billing_Model__c');
    await expect(fields.panel.getByRole('table', { name: 'Entries of the value map' })).toContainText(
      'monthly-in-arrears',
    );
    await expect(fields.value).toHaveText('monthly-in-arrears');
  });

  await test.step('a date and an amount of money', async () => {
    await fields.open('signedDate');
    await choose(fields.kind, 'Date or time');
    await fields.pick('Date', 'CloseDate');
    await expect(fields.value).toHaveText('2026-11-23');
    await fields.open('totalAmount');
    await choose(fields.kind, 'Amount of money');
    await fields.pick('Amount', 'Amount');
    await fields.pick('Currency', 'CurrencyIsoCode');
    await expect(fields.value).toHaveText('{ … }');
  });

  await test.step('each item of a list for which something holds', async () => {
    await fields.open('lines');
    await choose(fields.kind, 'Each item of a list');
    await fields.pick('List', 'lines');
    await fields.panel.getByRole('button', { name: 'Only some items' }).press('Enter');
    await expect(fields.panel.getByLabel('Only where: field: kind')).toBeFocused();
    await fields.pick('Only where: field', 'Quantity');
    await choose(fields.panel.getByLabel('Only where: comparison'), 'is more than');
    await choose(fields.panel.getByLabel('Only where: compared with: kind'), 'Fixed number');
    await expect(fields.value).toHaveText('2 items');
    await choose(fields.panel.getByLabel('What each item becomes'), 'becomes an item with fields of its own');
    await fields.open('lines.name');
    await choose(fields.kind, 'Source field');
    await fields.pick('Source field', 'Description');
    await expect(fields.value).toHaveText('Design  +1');
  });

  await test.step('a note, and what the tests say', async () => {
    await fields.panel.getByLabel('Note on the field').fill('What the customer reads on the invoice.');
    await page.keyboard.press('Control+Enter');
    await expect(fields.panel.getByRole('list', { name: 'Tests that expect a value here' })).toContainText(
      'A won deal',
    );
    await expect(fields.panel.getByRole('img', { name: 'passed' })).toBeVisible();
  });

  await checkAccessibility(page, 'the field editor');
  await page.emulateMedia({ colorScheme: 'dark' });
  await checkColours(page, 'the field editor in the dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(page.getByText(/draft saved/)).toBeVisible();
  expect((await savedMapping(page, key)).text).toBe(`{
  "contractType": "fixed-fee",
  "origin": { "system": "salesforce" },
  "name": "Deal " & Name,
  "practice": Amount > 100000 ? "Enterprise" : "Standard",
  "billingModel": $valueMap("billing-model", Billing_Model__c),
  "signedDate": $date(CloseDate),
  "totalAmount": $money(Amount, CurrencyIsoCode),
  "lines": [lines[Quantity > 0].{ /* What the customer reads on the invoice. */ "name": Description }]
}`);
});

test('a change in the field editor is one step to undo, and an error in its text writes nothing', async ({ page }) => {
  await signIn(page, 'analyst');
  await page.goto(`/test/mappings/${key}`);
  const fields = new Fields(page);
  await page.getByRole('tab', { name: 'Table' }).click();
  await page
    .getByRole('table', { name: 'Fields' })
    .getByRole('button', { name: /^practice/ })
    .press('Enter');
  await expect(fields.kind).toBeFocused();
  const own = fields.panel.getByLabel('Text of the field');
  await own.fill('Amount > 100000 ? "Enterprise" : ');
  await page.keyboard.press('Control+Enter');
  await expect(fields.panel.getByRole('status')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
  await own.fill('Amount > 100000 ? "Large" : "Standard"');
  await page.keyboard.press('Control+Enter');
  await expect(fields.value).toHaveText('Large');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(fields.value).toHaveText('Enterprise');
  await expect(own).toHaveValue('Amount > 100000 ? "Enterprise" : "Standard"');
});

test('a fixed value waits until somebody wants it in the place of what the field says', async ({ page }) => {
  await signIn(page, 'analyst');
  await createDraft(page, 'mapping', 'field-editor-waits', { ...mapping, text: '{ "practice": $uppercase(Name) }' });
  await page.goto('/test/mappings/field-editor-waits');
  const fields = new Fields(page);
  await fields.open('practice');
  await choose(fields.kind, 'Fixed number');
  await expect(fields.panel.getByRole('status')).toHaveText(
    'Nothing is written yet, because this would replace what is there.',
  );
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
  await expect(fields.value).toHaveText('ACME PHASE 2');
  await fields.panel.getByRole('button', { name: 'Replace what is there' }).click();
  await expect(fields.value).toHaveText('0');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(fields.value).toHaveText('ACME PHASE 2');
});

test('conversion, calculation, function, check, first that is filled and groups with totals are set without JSONata', async ({
  page,
}) => {
  const kindsKey = 'field-editor-kinds';
  const input = {
    Name: 'ACME Phase 2',
    Amount: 250_000,
    Probability: 60,
    StageName: 'Closed Won',
    lines: [
      { Phase__c: 'Design', Quantity: 2 },
      { Phase__c: 'Build', Quantity: 5 },
      { Phase__c: 'Build', Quantity: 3.5 },
    ],
  };
  const expected = {
    stage: 'Closed Won',
    name: 'ACME PHASE 2',
    probability: '60',
    paymentTerms: { netDays: 25 },
    practice: 'General',
    isWon: true,
    lines: [
      { name: 'Design', quantity: '2' },
      { name: 'Build', quantity: '8.5' },
    ],
  };
  await signIn(page, 'analyst');
  await createDraft(page, 'mapping', kindsKey, {
    format: 1,
    source,
    target: { kind: 'entity', entity: 'opportunity' },
    text: '{\n  "stage": StageName\n}',
    tests: [{ name: 'A won deal', input, expected }],
  });
  await page.goto(`/test/mappings/${kindsKey}`);
  const fields = new Fields(page);

  await fields.open('name');
  await choose(fields.kind, 'Function');
  await fields.pick('Function', '$uppercase');
  await fields.pick('text', 'Name');
  await expect(fields.value).toHaveText('ACME PHASE 2');

  await fields.open('probability');
  await choose(fields.kind, 'Conversion');
  await choose(fields.panel.getByLabel('What it becomes'), 'to a decimal text');
  await fields.pick('Convert', 'Probability');
  await expect(fields.value).toHaveText('60');

  await fields.open('paymentTerms.netDays');
  await choose(fields.kind, 'Calculation');
  await fields.pick('First number', 'Amount');
  await choose(fields.panel.getByLabel('Operation'), 'divided by');
  await choose(fields.panel.getByLabel('Second number: kind'), 'Fixed number');
  await fields.panel.getByLabel('Second number', { exact: true }).fill('10000');
  await page.keyboard.press('Enter');
  await expect(fields.value).toHaveText('25');

  await fields.open('practice');
  await choose(fields.kind, 'First that is filled');
  await fields.pick('First', 'Practice__c');
  await choose(fields.panel.getByLabel('If that is empty: kind'), 'Fixed text');
  await fields.panel.getByLabel('If that is empty', { exact: true }).fill('General');
  await page.keyboard.press('Enter');
  await expect(fields.value).toHaveText('General');

  await fields.open('isWon');
  await choose(fields.kind, 'Yes if a condition holds');
  await fields.pick('Value: field', 'StageName');
  await choose(fields.panel.getByLabel('Value: compared with: kind'), 'Fixed text');
  await fields.panel.getByLabel('Value: compared with', { exact: true }).fill('Closed Won');
  await page.keyboard.press('Enter');
  await expect(fields.value).toHaveText('true');

  await fields.open('lines');
  await choose(fields.kind, 'Groups of a list');
  await fields.pick('List', 'lines');
  await fields.pick('Group by', 'Phase__c');
  await fields.open('lines.name');
  await choose(fields.kind, 'Source field');
  await fields.pick('Source field', '$key');
  await fields.open('lines.quantity');
  await choose(fields.kind, 'One value of a list');
  await choose(fields.panel.getByLabel('Which value of the list'), 'the exact sum');
  await fields.pick('List', '$items.Quantity');
  await expect(fields.value).toHaveText('2  +1');
  await expect(fields.panel.getByRole('img', { name: 'passed' })).toBeVisible();

  await expect(page.getByText(/draft saved/)).toBeVisible();
  expect((await savedMapping(page, kindsKey)).text).toBe(`{
  "stage": StageName,
  "name": $uppercase(Name),
  "probability": $decimal(Probability),
  "paymentTerms": { "netDays": Amount / 10000 },
  "practice": Practice__c ?: "General",
  "isWon": StageName = "Closed Won",
  "lines": [$map($distinct(lines.Phase__c), function($key) {(
  $items := lines[Phase__c = $key];
  { "name": $key, "quantity": $add($items.Quantity) }
)})]
}`);
});

/** The editor of one field at a time, opened from the tree of the target by keyboard. */
class Fields {
  readonly panel: Locator;
  readonly kind: Locator;
  readonly words: Locator;
  readonly value: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.panel = page.getByRole('region', { name: /^Value of / });
    this.kind = this.panel.getByLabel('How the field is filled');
    this.words = this.panel.getByLabel('In words');
    this.value = this.panel.getByLabel('Value on this sample');
  }

  async open(field: string): Promise<void> {
    const name = field.split('.').at(-1) ?? '';
    await this.#page.getByLabel('Search target').fill(field);
    const rows = this.#page
      .getByRole('tree', { name: 'Target fields' })
      .getByRole('treeitem', { name: new RegExp(`^((Open|Close) \\w+ )?((required and )?(not )?set )?${name}\\b`) });
    const row = field === name ? rows.first() : rows.last();
    await row.focus();
    await row.press(' ');
    await expect(this.#page.getByRole('region', { name: `Value of ${field}`, exact: true })).toBeVisible();
  }

  /** Finds a source field by its name and takes it. */
  async pick(label: string, path: string): Promise<void> {
    const input = this.panel.getByRole('combobox', { name: label, exact: true });
    await input.fill(path);
    await this.#page
      .getByRole('option', { name: new RegExp(`^${path.replaceAll('$', '\\$')}(?![\\w.])`) })
      .first()
      .click();
    await expect(input).toHaveValue(path);
  }
}

async function choose(select: Locator, option: string): Promise<void> {
  await select.click();
  await select.page().getByRole('option', { name: option, exact: true }).click();
}
