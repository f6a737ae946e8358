/**
 * The mapping from a Salesforce account to our customer is made again from nothing, in four ways: by mouse, by keyboard,
 * in the table and as a text. Each gives the same results as the shipped mapping on all its samples. By mouse, no JSONata
 * is typed, and 60 interactions are enough.
 */
import { expect, type Locator, type Page } from '@playwright/test';
import { entityJsonSchema } from '@throughline/core/canonical/entity-json-schema';
import type { JsonSchema } from '@throughline/core/connector/json-schema';
import { compileMapping } from '@throughline/core/mapping';
import { fieldsOf } from '@throughline/core/mapping/schema-fields';
import { templates } from '@throughline/core/templates';
import { createDraft, savedMapping } from './support/definitions.ts';
import { Hands } from './support/hands.ts';
import { signIn } from './support/sign-in.ts';
import { test } from './support/test.ts';

const shipped = shippedDocument('salesforce-account-to-customer');
const expected = resultsOf(shipped.text);
const targetOrder = orderOf(entityJsonSchema('customer'));

test('by mouse: proposals, lines and forms, without typing JSONata, in at most 60 interactions', async ({ page }) => {
  const mapper = await open(page, 'mouse');
  const { hands } = mapper;
  await hands.click(page.getByRole('button', { name: 'Auto-map' }));
  await hands.click(page.getByRole('button', { name: /^Accept all \d+$/ }));
  await hands.click(page.getByRole('dialog').getByRole('button', { name: 'Close' }).last());

  await mapper.draw('opportunity.Legal_Entity__c', 'legalEntity', /^Use Legal entity when what is there is empty/);
  await mapper.draw('opportunity.Legal_Entity__c', 'additionalLegalEntities');
  await mapper.draw('account.Legal_Entity__c', 'additionalLegalEntities', /only if both are filled and it differs/);

  await mapper.draw('account.VAT_Number__c', 'taxRegistrations.number');
  await mapper.draw('account.VAT_Number__c', 'taxRegistrations.country');
  await mapper.choose('How the field is filled', 'Part of a text');
  await hands.click(mapper.editor.getByLabel('Pattern of the part'));
  await hands.type('^[A-Z]{2}');
  await mapper.draw('account.BillingCountryCode', 'taxRegistrations.country', /when what is there is empty/);
  await mapper.draw('account.VAT_Number__c', 'taxRegistrations', /^Keep this item/);
  await mapper.pickValue('taxRegistrations.scheme', '"vat"');
  await mapper.draw('account.Company_Number__c', 'taxRegistrations.number', /^Add an item like this one/);
  await hands.click(await mapper.target('taxRegistrations'));
  await mapper.choose('scheme', 'company-register', 1);
  await hands.click(mapper.editor.getByRole('button', { name: 'Remove value 1' }).last());

  await mapper.draw('account.BillingCountryCode', 'addresses', /^Keep this item/);
  await mapper.pickValue('addresses.purpose', '"billing"');
  await mapper.draw('opportunity.contactRoles.Role', 'contacts.role', /^The one whose ContactId is the Id/);
  await mapper.draw('opportunity.contactRoles.IsPrimary', 'contacts.isPrimary', /^The one whose ContactId is the Id/);
  await mapper.draw('account.contacts.Email', 'email', /where Role is “Billing Contact”$/);
  await mapper.draw(
    'account.contacts.Email',
    'email',
    /^Use the one .* where Primary is yes when what is there is empty/,
  );

  await mapper.typeValue('origin.system', 'salesforce');
  await mapper.typeValue('origin.object', 'Account');
  await mapper.draw('account.SystemModstamp', 'origin.changedAt');
  await mapper.choose('How the field is filled', 'Date or time');
  await mapper.choose('How the date is converted', 'as an instant at UTC');
  await hands.click(page.getByRole('button', { name: 'Leave out what is empty' }));

  await mapper.finish();
  expect(hands.total).toBeLessThanOrEqual(60);
});

test('by keyboard: the same, and the focus is never lost', async ({ page }) => {
  const mapper = await open(page, 'keyboard');
  const { hands, editor } = mapper;
  await hands.tabTo(page.getByRole('button', { name: 'Auto-map' }));
  await hands.press('Enter');
  await hands.tabTo(page.getByRole('button', { name: /^Accept all \d+$/ }));
  await hands.press('Enter');
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Close' }).last()).toBeFocused();
  await hands.press('Enter');
  await hands.tabTo(
    page.getByRole('tree', { name: 'Target fields' }).getByRole('treeitem').and(page.locator('[tabindex="0"]')),
  );

  await mapper.write('legalEntity', 'opportunity.Legal_Entity__c', /^Use Legal entity when what is there is empty/);
  await mapper.write('additionalLegalEntities', 'opportunity.Legal_Entity__c');
  await mapper.write('additionalLegalEntities', 'account.Legal_Entity__c', /only if both are filled and it differs/);

  await mapper.write('taxRegistrations.number', 'account.VAT_Number__c');
  await mapper.write('taxRegistrations.country', 'account.VAT_Number__c');
  await mapper.edit('taxRegistrations.country');
  await mapper.select(editor.getByLabel('How the field is filled'), 'Part of a text');
  await hands.tabTo(editor.getByLabel('Pattern of the part'));
  await hands.type('^[A-Z]{2}');
  await hands.press('Enter');
  await mapper.leaveEditor();
  await mapper.write('taxRegistrations.country', 'account.BillingCountryCode', /when what is there is empty/);
  await mapper.write('taxRegistrations', 'account.VAT_Number__c', /^Keep this item/);
  await mapper.write('taxRegistrations.scheme', 'vat');
  await mapper.write('taxRegistrations.number', 'account.Company_Number__c', /^Add an item like this one/);
  await mapper.edit('taxRegistrations');
  await mapper.select(editor.getByRole('combobox', { name: 'scheme', exact: true }).nth(1), 'company-register');
  await hands.tabTo(editor.getByRole('button', { name: 'Remove value 1' }).last());
  await hands.press('Enter');
  await mapper.leaveEditor();

  await mapper.write('addresses', 'account.BillingCountryCode', /^Keep this item/);
  await mapper.write('addresses.purpose', 'billing');
  await mapper.write('contacts.role', 'opportunity.contactRoles.Role', /^The one whose ContactId is the Id/);
  await mapper.write('contacts.isPrimary', 'opportunity.contactRoles.IsPrimary', /^The one whose ContactId is the Id/);
  await mapper.write('email', 'account.contacts.Email', /where Role is “Billing Contact”$/);
  await mapper.write(
    'email',
    'account.contacts.Email',
    /^Use the one .* where Primary is yes when what is there is empty/,
  );

  await mapper.write('origin.system', 'salesforce');
  await mapper.write('origin.object', '"Account"');
  await mapper.write('origin.changedAt', 'account.SystemModstamp');
  await mapper.edit('origin.changedAt');
  await mapper.select(editor.getByLabel('How the field is filled'), 'Date or time');
  await mapper.select(editor.getByLabel('How the date is converted'), 'as an instant at UTC');
  await mapper.leaveEditor();
  await hands.tabTo(page.getByRole('button', { name: 'Leave out what is empty' }), 'Shift+Tab');
  await hands.press('Enter');
  await mapper.finish();
});

test('in the table: row by row, with an expression for each', async ({ page }) => {
  const mapper = await open(page, 'table');
  const { hands } = mapper;
  await hands.click(page.getByRole('tab', { name: 'Table' }));
  const cells = page.getByRole('table', { name: 'Fields' });
  const fill = async (field: string, expression: string) => {
    const label = `Expression of ${field}`;
    await hands.click(cells.getByRole('button', { name: new RegExp(`^${label}:`) }));
    await expect(page.getByRole('textbox', { name: label, exact: true })).toBeFocused();
    await hands.type(expression);
    await hands.press('Control+Enter');
  };
  for (const [field, expression] of lists) {
    await fill(field, expression.replaceAll(/\s+/g, ' '));
    // If its items are built by one object, the fields of that object take the place of the list's own row.
    await expect(cells.getByRole('button', { name: new RegExp(`^Expression of ${field}[.:]`) }).first()).toBeFocused();
  }
  for (const [field, expression] of rows) {
    await fill(field, expression);
    await expect(cells.getByRole('button', { name: new RegExp(`^Expression of ${field}:`) })).toBeFocused();
  }
  await hands.click(page.getByRole('button', { name: 'Leave out what is empty' }));
  await mapper.finish();
});

test('as a text: the shipped text, typed into an empty one', async ({ page }) => {
  const mapper = await open(page, 'text');
  await mapper.hands.click(page.getByRole('textbox', { name: 'Mapping text' }));
  await mapper.hands.type(shipped.text);
  await mapper.finish();
  expect((await savedMapping(page, 'four-ways-text')).text).toBe(shipped.text);
});

const roleOf = (field: string) => `($id := Id; $$.opportunity.contactRoles[ContactId = $id][0].${field})`;
const emailOf = (condition: string) =>
  `account.contacts[Id = $$.opportunity.contactRoles[${condition}][0].ContactId][0].Email`;
const lists: readonly (readonly [field: string, expression: string])[] = [
  [
    'taxRegistrations',
    `[
      account.VAT_Number__c ? {
        "scheme": "vat",
        "country": $match(account.VAT_Number__c, /^[A-Z]{2}/)[0].match ?: account.BillingCountryCode,
        "number": account.VAT_Number__c
      },
      account.Company_Number__c ? {
        "scheme": "company-register",
        "country": account.BillingCountryCode,
        "number": account.Company_Number__c
      }
    ]`,
  ],
  ['addresses', '[account.BillingCountryCode ? { "purpose": "billing" }]'],
  ['contacts', '[account.contacts.{}]'],
];
const rows: readonly (readonly [field: string, expression: string])[] = [
  ['id', 'account.Id'],
  ['name', 'account.Name'],
  ['number', 'account.AccountNumber'],
  ['parentId', 'account.ParentId'],
  ['legalEntity', 'account.Legal_Entity__c ?: opportunity.Legal_Entity__c'],
  [
    'additionalLegalEntities',
    'account.Legal_Entity__c and opportunity.Legal_Entity__c != account.Legal_Entity__c ? [opportunity.Legal_Entity__c]',
  ],
  ['currency', 'account.CurrencyIsoCode'],
  ['addresses.street', '$$.account.BillingStreet'],
  ['addresses.city', '$$.account.BillingCity'],
  ['addresses.region', '$$.account.BillingState'],
  ['addresses.postalCode', '$$.account.BillingPostalCode'],
  ['addresses.country', '$$.account.BillingCountryCode'],
  ['contacts.id', 'Id'],
  ['contacts.firstName', 'FirstName'],
  ['contacts.lastName', 'LastName'],
  ['contacts.email', 'Email'],
  ['contacts.phone', 'Phone'],
  ['contacts.jobTitle', 'Title'],
  ['contacts.role', roleOf('Role')],
  ['contacts.isPrimary', `${roleOf('IsPrimary')} = true`],
  ['email', `${emailOf('Role = "Billing Contact"')} ?: ${emailOf('IsPrimary = true')}`],
  ['phone', 'account.Phone'],
  ['website', 'account.Website'],
  ['industry', 'account.Industry'],
  ['owner.id', 'account.OwnerId'],
  ['owner.name', 'owner[Id = $$.account.OwnerId].Name'],
  ['owner.email', 'owner[Id = $$.account.OwnerId].Email'],
  ['origin.system', '"salesforce"'],
  ['origin.object', '"Account"'],
  ['origin.recordId', 'account.Id'],
  ['origin.changedAt', '$instant(account.SystemModstamp)'],
];

/** The open mapping, and what a person does in it. */
class Mapper {
  readonly hands: Hands;
  readonly editor: Locator;
  readonly #page: Page;
  readonly #key: string;

  constructor(page: Page, key: string) {
    this.#page = page;
    this.#key = key;
    this.hands = new Hands(page);
    this.editor = page.getByRole('region', { name: /^Value of / });
  }

  target = (id: string): Promise<Locator> => this.#row('target', id);

  /** Opens the containers around a source field that are still closed, as only the outermost ones are open at first. */
  async source(id: string): Promise<Locator> {
    const names = id.split('.');
    for (let length = 2; length < names.length; length += 1) {
      const around = await this.#row('source', names.slice(0, length).join('.'));
      const toggle = around.getByRole('button', { name: `Open ${names[length - 1]}`, exact: true });
      if ((await toggle.count()) > 0) await this.hands.click(toggle);
    }
    return this.#row('source', id);
  }

  /** Draws a line, and says what it means if that is asked. */
  async draw(source: string, target: string, meaning?: RegExp): Promise<void> {
    const [from, to] = [await this.source(source), await this.target(target)];
    await this.hands.drag(from, to);
    if (meaning !== undefined) await this.hands.click(this.#page.getByRole('menuitem', { name: meaning }));
    await expect(this.#page.getByRole('menu')).toHaveCount(0);
    await expect(this.#page.getByRole('status', { name: 'Mapping by hand' })).toContainText(`${target} now comes from`);
  }

  async choose(label: string, option: string, index = 0): Promise<void> {
    await this.hands.click(this.editor.getByRole('combobox', { name: label, exact: true }).nth(index));
    await this.hands.click(this.#page.getByRole('option', { name: option, exact: true }));
  }

  /** Takes a value from the list at the row of a field. */
  async pickValue(field: string, value: string): Promise<void> {
    await this.hands.doubleClick(await this.target(field));
    await this.hands.click(this.#page.getByRole('option', { name: value }));
  }

  /** Types a text at the row of a field, as opposed to a source field of that name. */
  async typeValue(field: string, text: string): Promise<void> {
    await this.hands.doubleClick(await this.target(field));
    await this.hands.type(text);
    await this.hands.click(this.#page.getByRole('option', { name: `"${text}"` }));
  }

  /** Takes the keyboard to a target field, by arrow keys. */
  async goTo(field: string): Promise<void> {
    const tree = this.#page.locator('[data-scroller="target"]');
    const at = await tree.locator(':focus').getAttribute('data-field');
    const distance = targetOrder.indexOf(field) - targetOrder.indexOf(at ?? '');
    await this.hands.press(distance < 0 ? 'ArrowUp' : 'ArrowDown', Math.abs(distance));
    await expect(tree.locator(`[data-field="${field}"]`)).toBeFocused();
  }

  /** Types a source field or a value for a target field, and says what it means if that is asked. */
  async write(field: string, typed: string, meaning?: RegExp): Promise<void> {
    const { hands } = this;
    await this.goTo(field);
    await hands.press('=');
    await expect(this.#page.getByRole('combobox', { name: `Value of ${field}` })).toBeFocused();
    await hands.type(typed);
    await hands.press('Enter');
    if (meaning !== undefined) {
      const items = this.#page.getByRole('menuitem');
      await expect(items.first()).toBeVisible();
      const at = (await items.allInnerTexts()).findIndex((text) => meaning.test(text));
      await hands.pressUntil('ArrowDown', items.nth(at));
      await hands.press('Enter');
    }
    await expect(this.#page.locator(`[data-scroller="target"] [data-field="${field}"]`)).toBeFocused();
  }

  /** Takes the keyboard to the editor of a target field. */
  async edit(field: string): Promise<void> {
    await this.goTo(field);
    await this.hands.press('e');
    await expect(this.editor.getByLabel('How the field is filled')).toBeFocused();
  }

  /** Chooses from a list by typing its first letters. */
  async select(list: Locator, option: string): Promise<void> {
    await this.hands.tabTo(list);
    await this.hands.press('Enter');
    await expect(this.#page.getByRole('listbox')).toBeVisible();
    await this.hands.typeKeys(option);
    await expect(this.#page.getByRole('option', { name: option, exact: true })).toBeFocused();
    await this.hands.press('Enter');
    await expect(this.#page.getByRole('listbox')).toHaveCount(0);
    await expect(list).toHaveText(option);
    await expect(list).toBeFocused();
  }

  /** Closes the editor, which takes the keyboard back to the row of its field. */
  async leaveEditor(): Promise<void> {
    await this.hands.tabTo(this.#page.getByRole('button', { name: 'Close the field' }), 'Shift+Tab');
    await this.hands.press('Enter');
    await expect(this.#page.locator('[data-scroller="target"] :focus')).toHaveCount(1);
  }

  /** All fields are set, all tests pass, and what was saved gives the results of the shipped mapping. */
  async finish(): Promise<void> {
    await expect(this.#page.getByText('35/35')).toBeVisible();
    await expect(this.#page.getByRole('button', { name: 'tests 3/3' })).toBeVisible();
    await expect(async () => {
      expect(resultsOf((await savedMapping(this.#page, this.#key)).text)).toEqual(expected);
    }).toPass();
    const { counts, scrolls, total } = this.hands;
    const summary = `${this.#key}: ${total} interactions ${JSON.stringify({ ...counts, scrolls })}`;
    test.info().annotations.push({ type: 'interactions', description: summary });
  }

  #row(side: 'source' | 'target', id: string): Promise<Locator> {
    return this.hands.reveal(this.#page.locator(`[data-scroller="${side}"]`), id);
  }
}

/** A new mapping with the source, the target and the samples of the shipped one. */
async function open(page: Page, way: string): Promise<Mapper> {
  await signIn(page, 'analyst');
  const key = `four-ways-${way}`;
  await createDraft(page, 'mapping', key, { ...shipped, text: '' });
  await page.goto(`/test/mappings/${key}`);
  await expect(page.getByText('0/35')).toBeVisible();
  return new Mapper(page, key);
}

function shippedDocument(key: string) {
  const all = templates.flatMap(({ definitions }) => definitions);
  const found = all.find((definition) => definition.key === key);
  if (found?.kind !== 'mapping') throw new Error(`No template has a mapping ${key}.`);
  return found.document;
}

/** Ids of all target fields in the order of the tree. */
function orderOf(schema: JsonSchema, path: readonly string[] = [], root = schema): string[] {
  return fieldsOf(schema, root).flatMap(({ name, schema: inner }) => {
    const here = [...path, name];
    return [here.join('.'), ...orderOf(inner, here, root)];
  });
}

function resultsOf(text: string): unknown[] {
  const mapping = compileMapping(text);
  return shipped.tests.map(({ input }) => JSON.parse(JSON.stringify(mapping.evaluate(input))) as unknown);
}
