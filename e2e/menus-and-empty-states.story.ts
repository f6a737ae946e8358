/**
 * Opens every menu, list of choices and dialog that a page offers, and looks at lists in which nothing is found and at an
 * environment where nothing has happened yet. None has a violation of WCAG 2.2 AA in either theme, and whatever was opened
 * gives the focus back to where it was.
 */
import { expect, type Locator, type Page } from '@playwright/test';
import { checkAccessibility, checkColours } from './support/check-accessibility.ts';
import { look } from './support/look.ts';
import { pages } from './support/pages.ts';
import { signIn } from './support/sign-in.ts';
import { test } from './support/test.ts';

const popup = '[role="menu"], [role="listbox"], [role="dialog"], [role="alertdialog"]';

test('what opens from every page', async ({ page }) => {
  await signIn(page, 'admin');
  const seen = new Set<string>();
  for (const { name, path, open } of pages.filter(({ path }) => path.startsWith('/test'))) {
    await test.step(name, async () => {
      await page.goto(path);
      if (open !== undefined) await page.getByRole('row').filter({ hasText: open }).first().click();
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.waitForLoadState('networkidle');
      const openers = page
        .locator('[aria-haspopup], [role="combobox"]')
        .or(page.getByRole('button', { name: /…$|^New / }))
        .and(page.locator(':visible:enabled'));
      for (let index = 0; index < (await openers.count()); index += 1) {
        const opener = openers.nth(index);
        const title = (await opener.getAttribute('role')) === 'combobox' ? `choices of ${name}` : await titleOf(opener);
        // The frame is the same on every page, and so are all lists of choices of a page.
        if (seen.has(title)) continue;
        seen.add(title);
        await checkPopup(page, opener, `${name}: ${title}`);
      }
    });
  }
  expect(seen.size).toBeGreaterThan(12);
});

/** What a person would call it, without the record it belongs to. */
const titleOf = (opener: Locator): Promise<string> =>
  opener.evaluate((element) => {
    const label = element.getAttribute('aria-label') ?? element.textContent;
    return label.replace(/[“"].*/, '').trim();
  });

async function checkPopup(page: Page, opener: Locator, name: string): Promise<void> {
  await opener.click();
  const opened = page.locator(popup).filter({ visible: true }).last();
  await expect(opened, name).toBeVisible();
  await look(page, `popup-${name.replaceAll(/\W+/g, '-')}-light`, 'light');
  await checkAccessibility(page, name, popup);
  await look(page, `popup-${name.replaceAll(/\W+/g, '-')}-dark`, 'dark');
  await checkColours(page, `${name}, dark`, popup);
  await page.keyboard.press('Escape');
  await expect(opened).toBeHidden();
  await expect(opener, name).toBeFocused();
}

const emptyPages = [
  ...['', '/runs', '/exceptions', '/links', '/connections', '/changes', '/changes?view=releases'].map(
    (path) => `/production${path}`,
  ),
  ...['flows', 'mappings', 'runs', 'links', 'connections', 'changes', 'model', 'settings/audit'].map(
    (path) => `/test/${path}?q=nothing-has-this-name`,
  ),
];

test('lists without a result and an environment in which nothing has happened', async ({ page }) => {
  await signIn(page, 'admin');
  for (const path of emptyPages) {
    await test.step(path, async () => {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.waitForLoadState('networkidle');
      await look(page, `empty-${path.replaceAll(/\W+/g, '-')}-light`, 'light');
      await checkAccessibility(page, path);
      await look(page, `empty-${path.replaceAll(/\W+/g, '-')}-dark`, 'dark');
      await checkColours(page, `${path}, dark`);
    });
  }
});
