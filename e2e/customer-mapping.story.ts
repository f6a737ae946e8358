/**
 * The mapping from a Salesforce account to our customer is made again from nothing, as a text: it gives the same results as
 * the shipped mapping on all its samples, and stays the same, byte for byte.
 */
import { expect, type Page, test } from '@playwright/test';
import { compileMapping } from '@throughline/core/mapping';
import { templates } from '@throughline/core/templates';
import { createDraft } from './support/definitions.ts';
import { Hands } from './support/hands.ts';
import { signIn } from './support/sign-in.ts';

const shipped = shippedDocument('salesforce-account-to-customer');
const expected = resultsOf(shipped.text);

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
  readonly #page: Page;
  readonly #key: string;

  constructor(page: Page, key: string) {
    this.#page = page;
    this.#key = key;
    this.hands = new Hands(page);
  }

  /** All fields are set, all tests pass, and what was saved gives the results of the shipped mapping. */
  async finish(): Promise<void> {
    await expect(this.#page.getByText('35/35')).toBeVisible();
    await expect(this.#page.getByRole('button', { name: 'tests 3/3' })).toBeVisible();
    await expect(async () => {
      expect(resultsOf(await savedText(this.#page, this.#key))).toEqual(expected);
    }).toPass();
    const { counts, total } = this.hands;
    const summary = `${this.#key}: ${total} interactions ${JSON.stringify(counts)}`;
    test.info().annotations.push({ type: 'interactions', description: summary });
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
  const input = { json: { environment: 'test', kind: 'mapping', key } };
  const response = await page.request.get(`/api/trpc/drafts.open?input=${encodeURIComponent(JSON.stringify(input))}`);
  const { result } = (await response.json()) as {
    readonly result: { readonly data: { readonly json: { readonly document: { readonly text: string } } } };
  };
  return result.data.json.document.text;
}
