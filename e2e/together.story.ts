/**
 * Two people have one draft open: they see each other, are told who saved what, and lose nothing. And one person goes on
 * working while the server cannot be reached.
 */
import { type Browser, expect, type Page } from '@playwright/test';
import { checkAccessibility, checkColours } from './support/check-accessibility.ts';
import { createDraft } from './support/definitions.ts';
import { signIn } from './support/sign-in.ts';
import { test } from './support/test.ts';

const flow = {
  format: 2,
  description: '',
  trigger: { kind: 'manual', name: 'By hand' },
  body: ['first', 'second'].map((id) => ({
    id,
    kind: 'raise',
    name: `Stop ${id}`,
    config: { code: 'STOPPED', message: { kind: 'literal', value: `Stopped at the ${id}.` } },
  })),
  settings: { timeout: 'PT1H', retention: 'P90D' },
};

const open = async (page: Page, key: string, step: string): Promise<void> => {
  await page.goto(`/test/flows/${key}?step=${step}`);
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue(`Stop ${step}`);
};

const rename = async (page: Page, name: string): Promise<void> => {
  const field = page.getByRole('textbox', { name: 'Name', exact: true });
  await field.fill(name);
};

/** A colleague in a browser of their own. */
const colleague = async (browser: Browser): Promise<Page> => {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, 'admin');
  return page;
};

test('two people in one draft see each other and what the other saved, and bring both together', async ({
  page: ana,
  browser,
}) => {
  await signIn(ana, 'analyst');
  await createDraft(ana, 'flow', 'together-draft', flow);
  const ada = await colleague(browser);
  await open(ana, 'together-draft', 'first');
  await open(ada, 'together-draft', 'second');
  const present = ana.getByRole('list', { name: 'Also in this draft' });
  await expect(present).toHaveText(/Ada .* has this draft open, at the step “Stop second”\./);
  await expect(ada.getByRole('list', { name: 'Also in this draft' })).toHaveText(
    /Ana Ruiz has this draft open, at the step “Stop first”\./,
  );
  await checkAccessibility(ana, 'designer with another person in the draft');

  await rename(ada, 'Stop for finance');
  await expect(ada.getByText(/draft saved/)).toBeVisible();
  // Ana learns of it before her own save runs into it.
  const news = ana.getByRole('status').filter({ hasText: 'saved this draft' });
  await expect(news).toHaveText(/Ada .* saved this draft/);
  await rename(ana, 'Stop for sales');
  const dialog = ana.getByRole('dialog', { name: /Ada .* saved this draft first/ });
  await expect(dialog.getByRole('table').first()).toHaveText(/Ada .* changed.*Step “Stop for finance” › Name/);
  await expect(dialog).toContainText('Nothing collides: both fit together.');
  await checkAccessibility(ana, 'dialog of a draft that somebody else saved first');
  await dialog.getByRole('button', { name: /^Bring in Ada .* changes$/ }).click();
  await expect(dialog).toHaveCount(0);
  const outline = ana.getByRole('tree');
  await expect(outline).toContainText('Stop for sales');
  await expect(outline).toContainText('Stop for finance');
  await expect(ana.getByText(/draft saved/)).toBeVisible();

  // Now Ada has changed nothing since. She looks, and takes what Ana saved.
  await ada.getByRole('button', { name: 'Show and bring in…' }).click();
  const asked = ada.getByRole('dialog', { name: 'Ana Ruiz saved this draft' });
  await expect(asked).toContainText('Step “Stop for sales” › Name');
  await asked.getByRole('button', { name: 'Bring in Ana Ruiz’s changes' }).click();
  await expect(ada.getByRole('tree')).toContainText('Stop for sales');
  await ada.context().close();
  await expect(present).toHaveCount(0);
});

test('editing goes on without a connection, survives a closed tab, and is saved afterwards', async ({
  page,
  context,
}) => {
  await signIn(page, 'analyst');
  await createDraft(page, 'flow', 'together-offline', flow);
  await open(page, 'together-offline', 'first');
  await context.setOffline(true);
  await rename(page, 'Stop without a network');
  const told = page.getByText('Not saved: no connection. Your changes are kept in this browser.');
  await expect(told).toBeVisible();
  await checkAccessibility(page, 'designer without a connection');
  await context.setOffline(false);
  await expect(told).toHaveCount(0);
  await expect(page.getByText(/draft saved/)).toBeVisible();

  await context.setOffline(true);
  await rename(page, 'Stop in a closed tab');
  await expect(told).toBeVisible();
  await page.close();
  await context.setOffline(false);
  const later = await context.newPage();
  await later.goto('/test/flows/together-offline?step=first');
  await expect(later.getByText('Your unsaved changes are back', { exact: true })).toBeVisible();
  await expect(later.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Stop in a closed tab');
  // Once the server has it, the browser keeps it no more.
  const kept = () =>
    later.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('throughline-draft')));
  await expect.poll(kept).toEqual([]);
  await later.reload();
  await expect(later.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Stop in a closed tab');
});

test('an address leads to what is selected in a flow; commands, steps, keys and help are one key away', async ({
  page,
}) => {
  await signIn(page, 'analyst');
  await createDraft(page, 'flow', 'together-address', flow);
  await page.goto('/test/flows/together-address');
  const row = (name: string) => page.getByRole('tree', { name: 'Steps' }).getByRole('treeitem', { name });
  const hint = page.getByRole('complementary', { name: 'Hint' });
  await hint.getByRole('button', { name: 'Got it' }).click();
  await expect(hint).toHaveCount(0);

  // Steps are found by name and by id.
  await find(page, 'second', /^Stop second/);
  await expect(row('Stop second')).toBeFocused();
  await expect(page).toHaveURL(/\?step=second$/);
  await page.keyboard.press('Shift+ArrowUp');
  await expect(page.getByRole('heading', { name: '2 steps selected' })).toBeVisible();
  await expect(page).toHaveURL(/\?step=first&also=second$/);
  await page.reload();
  await expect(page.getByRole('heading', { name: '2 steps selected' })).toBeVisible();
  await expect(hint).toHaveCount(0);
  await find(page, 'Flow settings', /^Flow settings/);
  await expect(page).toHaveURL(/\?show=settings$/);
  await find(page, 'first', /^Stop first/);

  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(keys.getByRole('heading', { name: 'Mapper' })).toBeVisible();
  await checkBoth(page, 'keyboard shortcuts');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'What Raise does' }).click();
  await expect(page.getByText('Write the sentence for the operator')).toBeVisible();
  await checkBoth(page, 'designer with help on a step');
  // Another document, and back to what was selected in this one.
  await page.getByRole('link', { name: 'Flows' }).first().click();
  await expect(page).toHaveURL(/\/test\/flows$/);
  await page.goBack();
  await expect(row('Stop first')).toHaveAttribute('aria-selected', 'true');
});

test('an address leads to the tab, the field and the sample of a mapping, and fields and functions are found', async ({
  page,
}) => {
  await signIn(page, 'analyst');
  const source = { kind: 'object', system: 'salesforce', object: 'Account' };
  const target = { kind: 'entity', entity: 'customer' };
  const known = { name: 'Known', input: { Name: 'Blackwood' }, expected: { name: 'Blackwood' } };
  const mapping = { format: 1, text: '{ "name": Name }', source, target, tests: [known] };
  await createDraft(page, 'mapping', 'together-fields', mapping);
  await page.goto('/test/mappings/together-fields');
  await expect(page.getByRole('tree', { name: 'Target fields' }).getByRole('treeitem').first()).toBeVisible();
  const panel = page.getByRole('complementary', { name: 'Selected field' });
  await find(page, 'Website', /^website target field/);
  await expect(panel.getByRole('heading', { name: 'website' })).toBeVisible();
  await find(page, 'table of', /^Table of the mapping/);
  await expect(page).toHaveURL(/\?field=target%3Awebsite&tab=table$/);
  const sample = page.getByRole('combobox', { name: 'Sample' });
  await expect(sample).toHaveText(/Known/);
  await page.getByRole('button', { name: 'Next sample' }).click();
  await expect(page).toHaveURL(/&sample=made-up$/);
  await page.reload();
  await expect(sample).toHaveText(/Made up from the schema/);
  await expect(panel.getByRole('heading', { name: 'website' })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Table' })).toHaveAttribute('aria-selected', 'true');

  await expect(
    page.getByRole('link', { name: 'What Customer is: its fields and an example, in a new tab' }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Functions' }).click();
  const functions = page.getByRole('dialog', { name: 'Functions for mappings' });
  await functions.getByRole('searchbox', { name: 'Search functions' }).fill('$uppercase');
  await expect(functions.getByRole('listitem')).toHaveCount(1);
  await expect(functions.getByRole('listitem')).toHaveText(/^\$uppercase\(/);
  await checkBoth(page, 'functions for mappings');
  await functions.getByRole('searchbox').fill('no such function');
  await expect(functions).toContainText('No function matches “no such function”.');
});

/** Looks for something in the command palette and chooses it. */
async function find(page: Page, typed: string, option: RegExp): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /^Search flows/ }).fill(typed);
  await page.getByRole('option', { name: option }).first().click();
}

async function checkBoth(page: Page, name: string): Promise<void> {
  await checkAccessibility(page, name);
  await page.emulateMedia({ colorScheme: 'dark' });
  await checkColours(page, `${name}, dark`);
  await page.emulateMedia({ colorScheme: 'light' });
}
