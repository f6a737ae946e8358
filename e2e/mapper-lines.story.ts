/** A mapping is drawn: lines between a source and a target tree, by pointer and by keyboard, and its text follows. */
import { expect, type Locator, type Page } from '@playwright/test';
import { checkAccessibility, checkColours } from './support/check-accessibility.ts';
import { createDraft } from './support/definitions.ts';
import { signIn } from './support/sign-in.ts';
import { test } from './support/test.ts';

const source = { kind: 'object', system: 'salesforce', object: 'Account' };
const target = { kind: 'entity', entity: 'customer' };

/** Opens a new mapping with this text. */
async function open(page: Page, name: string, text: string): Promise<void> {
  await signIn(page, 'analyst');
  const key = `mapper-lines-${name}`;
  await createDraft(page, 'mapping', key, { format: 1, text, source, target, tests: [] });
  await page.goto(`/test/mappings/${key}`);
  await expect(tree(page, 'Target').getByRole('treeitem').first()).toBeVisible();
}

const tree = (page: Page, side: 'Source' | 'Target'): Locator => page.getByRole('tree', { name: `${side} fields` });
const field = (page: Page, side: 'Source' | 'Target', name: string): Locator =>
  tree(page, side)
    .getByRole('treeitem', { name: new RegExp(`^((Open|Close) \\w+ )?((required and )?(not )?set )?${name}\\b`) })
    .first();
const text = (page: Page): Locator => page.getByRole('textbox', { name: 'Mapping text' });
const hint = (page: Page): Locator => page.getByRole('status', { name: 'Mapping by hand' });
const panel = (page: Page): Locator => page.getByRole('complementary', { name: 'Selected field' });
const line = (page: Page, name: string): Locator => page.locator(`.map-lines .all [data-line="${name}"]`);

test('a click on a source and a click on a target draw a line, in either order, and each is one undo step', async ({
  page,
}) => {
  await open(page, 'clicks', '');
  await field(page, 'Source', 'Name').click();
  await expect(hint(page)).toHaveText('Name is picked up. Choose a target field for it, or press Escape.');
  await field(page, 'Target', 'name').click();
  await expect(text(page)).toContainText('"name": Name');
  await expect(hint(page)).toHaveText('name now comes from Name.');
  await expect(line(page, 'Name → name')).toBeVisible();
  await field(page, 'Target', 'website').click();
  await field(page, 'Source', 'Website').click();
  await expect(text(page)).toContainText('"website": Website');
  await expect(line(page, 'Website → website')).toBeVisible();

  await page.keyboard.press('Control+z');
  await expect(text(page)).not.toContainText('Website');
  await expect(line(page, 'Website → website')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(text(page)).not.toContainText('Name');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
  await page.keyboard.press('Control+Shift+z');
  await page.keyboard.press('Control+Shift+z');
  await expect(line(page, 'Website → website')).toBeVisible();
});

test('a field is dragged to the other side, and one that is let go elsewhere changes nothing', async ({ page }) => {
  await open(page, 'drags', '');
  await dragTo(page, field(page, 'Source', 'Name'), field(page, 'Target', 'name'));
  await expect(text(page)).toContainText('"name": Name');
  await dragTo(page, field(page, 'Target', 'website'), field(page, 'Source', 'Website'));
  await expect(text(page)).toContainText('"website": Website');
  await dragTo(page, field(page, 'Source', 'Phone'), page.getByRole('heading', { level: 1 }));
  await expect(hint(page)).toHaveText('Cancelled. Nothing has changed.');
  await expect(text(page)).not.toContainText('Phone');
});

test('with the keyboard alone, a line is drawn, cancelled and removed, and the focus is never lost', async ({
  page,
}) => {
  await open(page, 'keys', '');
  await field(page, 'Source', 'Name').focus();
  await page.keyboard.press('Enter');
  await expect(tree(page, 'Target').locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(field(page, 'Source', 'Name')).toBeFocused();

  await page.keyboard.press('m');
  await expect(tree(page, 'Target').locator(':focus')).toHaveCount(1);
  await arrowTo(page, field(page, 'Target', 'name'));
  await page.keyboard.press('Enter');
  await expect(text(page)).toContainText('"name": Name');
  await expect(field(page, 'Target', 'name')).toBeFocused();
  const lines = panel(page).getByRole('list', { name: 'Comes from' });
  await expect(lines.getByRole('listitem')).toHaveText([/^Name\s*as it is/]);

  await page.keyboard.press('F2');
  await expect(page.getByRole('combobox', { name: 'Value of name' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(field(page, 'Target', 'name')).toBeFocused();
  await expect(text(page)).toContainText('"name": Name');

  await page.keyboard.press('Delete');
  await expect(text(page)).not.toContainText('Name');
  await expect(field(page, 'Target', 'name')).toBeFocused();
  await page.keyboard.press('=');
  await page.keyboard.type('Acme');
  await page.keyboard.press('Enter');
  await expect(text(page)).toContainText('"name": "Acme"');
  await expect(field(page, 'Target', 'name')).toBeFocused();
  await expect(field(page, 'Target', 'name')).toContainText('written as text');
});

test('a target that cannot take the field says why, and keeps it picked up', async ({ page }) => {
  await open(page, 'refuses', '');
  await field(page, 'Source', 'Name').click();
  const numbers = field(page, 'Target', 'taxRegistrations');
  const reason = 'The items of this list have fields of their own. Put the source on one of those.';
  await expect(numbers).toHaveAttribute('aria-disabled', 'true');
  await expect(numbers).toContainText(reason);
  await numbers.click({ force: true });
  await expect(hint(page)).toHaveText(reason);
  await expect(text(page)).not.toContainText('Name');
  await page.keyboard.press('Escape');
  await expect(numbers).not.toHaveAttribute('aria-disabled', 'true');
});

test('a field that is set already asks what should happen, and Escape leaves it as it is', async ({ page }) => {
  await open(page, 'asks', '{\n  "name": Name\n}');
  await field(page, 'Source', 'Website').click();
  await field(page, 'Target', 'name').click();
  const menu = page.getByRole('menu', { name: 'name is already set. What should happen with Website?' });
  await expect(menu).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
  await expect(field(page, 'Source', 'Website')).toBeFocused();
  await expect(text(page)).not.toContainText('Website');

  await page.keyboard.press('Enter');
  await arrowTo(page, field(page, 'Target', 'name'));
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(text(page)).toContainText('"name": Website');
  await expect(field(page, 'Target', 'name')).toBeFocused();
});

test('a line is selected by a click on it, and removed by key or in the list of its field', async ({ page }) => {
  await open(page, 'selects', '{\n  "name": $uppercase(Name),\n  "website": Website\n}');
  await page.locator('.map-lines .all [data-node]').filter({ hasText: 'uppercase' }).click();
  await expect(field(page, 'Target', 'name')).toBeFocused();
  await expect(panel(page).getByRole('heading', { name: 'name' })).toBeVisible();
  await page.keyboard.press('Delete');
  await expect(text(page)).not.toContainText('Name');
  await field(page, 'Target', 'website').click();
  await page.keyboard.press('Escape');
  await panel(page).getByRole('button', { name: 'Remove the line from Website' }).click();
  await expect(text(page)).not.toContainText('Website');
  await expect(field(page, 'Target', 'website')).toBeFocused();
});

test('lines follow a container that is closed, a tree that is scrolled and a search', async ({ page }) => {
  await open(page, 'follows', '{\n  "addresses": [{ "city": BillingCity }],\n  "name": Name\n}');
  const city = line(page, 'BillingCity → addresses.city');
  await expect(city).toBeVisible();
  const before = await city.locator('.stroke').getAttribute('d');
  await tree(page, 'Target').getByRole('button', { name: 'Close addresses' }).click();
  await expect(city).toBeVisible();
  await expect(city.locator('.stroke')).not.toHaveAttribute('d', before ?? '');

  const name = line(page, 'Name → name');
  await page.locator('[data-scroller="source"]').evaluate((element) => element.scrollTo({ top: element.scrollHeight }));
  await expect(name).toHaveAttribute('data-pinned');
  await page.getByRole('searchbox', { name: 'Search source' }).fill('Name');
  await expect(city).toBeVisible();
  await expect(name).toBeVisible();
});

test('a text that cannot be read keeps its last lines, says so and shows the place', async ({ page }) => {
  await open(page, 'broken', '{\n  "name": Name\n}');
  await expect(line(page, 'Name → name')).toBeVisible();
  await text(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Backspace');
  const notice = page.getByRole('status', { name: 'Text that cannot be read' });
  await expect(notice).toContainText('The text cannot be read in line');
  await expect(notice).toContainText('Lines and values are those of the last text that could.');
  await expect(line(page, 'Name → name')).toBeVisible();
  await expect(page.locator('.map-lines')).toHaveAttribute('data-stale');
  await notice.getByRole('button', { name: 'Show the place' }).click();
  await expect(text(page)).toBeFocused();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('}');
  await expect(notice).toHaveCount(0);
});

test('a source field goes to the caret only while the text is being typed in', async ({ page }) => {
  await open(page, 'caret', '{\n  "name": \n}');
  await text(page).getByText('"name":').click();
  await page.keyboard.press('End');
  await field(page, 'Source', 'Name').click();
  await expect(text(page)).toContainText('"name": Name');
  await expect(text(page)).toBeFocused();
});

test('the border moves by keyboard, and the lower part collapses', async ({ page }) => {
  await open(page, 'border', '');
  const border = page.getByRole('separator', { name: 'Height of the trees' });
  const height = async (): Promise<number> =>
    (await page.locator('[data-scroller="source"]').boundingBox())?.height ?? 0;
  const before = await height();
  await border.focus();
  await page.keyboard.press('ArrowUp');
  await expect.poll(height).toBeLessThan(before);
  await page.keyboard.press('Enter');
  await expect(text(page)).toBeHidden();
  await page.getByRole('button', { name: 'Expand the lower part' }).click();
  await expect(text(page)).toBeVisible();
});

test('the drawn mapping has no violation of WCAG 2.2 AA while a field is picked up, light and dark', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
  await open(page, 'axe', '{\n  "name": $uppercase(Name)\n}');
  await field(page, 'Target', 'name').click();
  await field(page, 'Target', 'name').click();
  await field(page, 'Source', 'Website').click();
  await expect(hint(page)).toContainText('is picked up');
  await checkAccessibility(page, 'mapper with a field picked up');
  await page.emulateMedia({ colorScheme: 'dark' });
  await checkColours(page, 'mapper with a field picked up, dark');
});

async function dragTo(page: Page, from: Locator, to: Locator): Promise<void> {
  await from.scrollIntoViewIfNeeded();
  await to.scrollIntoViewIfNeeded();
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (start === null || end === null) throw new Error('Both fields must be visible.');
  await page.mouse.move(start.x + 60, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(start.x + 90, start.y + start.height / 2, { steps: 3 });
  await page.mouse.move(end.x + 60, end.y + end.height / 2, { steps: 8 });
  await page.waitForFunction(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(true)))),
  );
  await page.mouse.up();
}

/** Presses the arrow key that leads to a row until it has the focus. */
async function arrowTo(page: Page, row: Locator): Promise<void> {
  await page.keyboard.press('Home');
  await expect(async () => {
    if (await row.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('ArrowDown');
    throw new Error('not yet');
  }).toPass({ intervals: [50] });
}
