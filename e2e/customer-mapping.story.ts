/**
 * The mapping from a Salesforce account to our customer is made again from nothing, by mouse and as a text. Each gives the
 * same results as the shipped mapping on all its samples. By mouse, no JSONata is typed, and 60 interactions are enough.
 */
import { expect, type Locator, type Page } from '@playwright/test';
import { compileMapping } from '@throughline/core/mapping';
import { templates } from '@throughline/core/templates';
import { ask, createDraft } from './support/definitions.ts';
import { Hands } from './support/hands.ts';
import { signIn } from './support/sign-in.ts';
import { test } from './support/test.ts';

const shipped = shippedDocument('salesforce-account-to-customer');
const expected = resultsOf(shipped.text);

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

test('as a text: the shipped text, typed into an empty one', async ({ page }) => {
  const mapper = await open(page, 'text');
  await mapper.hands.click(page.getByRole('textbox', { name: 'Mapping text' }));
  await mapper.hands.type(shipped.text);
  await mapper.finish();
  expect(await savedText(page, 'four-ways-text')).toBe(shipped.text);
});

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

  /** All fields are set, all tests pass, and what was saved gives the results of the shipped mapping. */
  async finish(): Promise<void> {
    await expect(this.#page.getByText('35/35')).toBeVisible();
    await expect(this.#page.getByRole('button', { name: 'tests 3/3' })).toBeVisible();
    await expect(async () => {
      expect(resultsOf(await savedText(this.#page, this.#key))).toEqual(expected);
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

function resultsOf(text: string): unknown[] {
  const mapping = compileMapping(text);
  return shipped.tests.map(({ input }) => JSON.parse(JSON.stringify(mapping.evaluate(input))) as unknown);
}

async function savedText(page: Page, key: string): Promise<string> {
  const draft = await ask(page, 'drafts.open', { environment: 'test', kind: 'mapping', key });
  return (draft as { readonly document: { readonly text: string } }).document.text;
}
