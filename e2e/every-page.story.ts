/**
 * Visits every page, light and dark, wide and narrow. Each page must load without console errors, be no wider than the
 * window, and have no violation of WCAG 2.2 AA. If THROUGHLINE_SCREENSHOTS names a folder, screenshots of all variants
 * are kept there.
 */
import { expect, type Page } from '@playwright/test';
import { checkAccessibility, checkColours } from './support/check-accessibility.ts';
import { look } from './support/look.ts';
import { pages } from './support/pages.ts';
import { signIn } from './support/sign-in.ts';
import { test } from './support/test.ts';

const sizes = [
  { name: 'wide', width: 1440, height: 900 },
  { name: 'narrow', width: 390, height: 844 },
] as const;

for (const size of sizes) {
  test(`every page, ${size.name}, light and dark`, async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(`${page.url()}: ${message.text()}`);
    });
    await page.setViewportSize(size);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await signIn(page, 'admin');
    for (const { name, path, open } of pages) {
      await test.step(name, async () => {
        await page.goto(path);
        if (open !== undefined) await page.getByRole('row').filter({ hasText: open }).first().click();
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await page.waitForLoadState('networkidle');
        await show(page, 'light', `${name}-light-${size.name}`);
        await checkAccessibility(page, `${name}, ${size.name}`);
        // The themes differ in colours only.
        await show(page, 'dark', `${name}-dark-${size.name}`);
        await checkColours(page, `${name}, ${size.name}, dark`);
      });
    }
    expect(errors).toEqual([]);
  });
}

/** Shows the page in a theme, and checks that it is no wider than the window. */
async function show(page: Page, colorScheme: 'light' | 'dark', name: string): Promise<void> {
  await look(page, name, colorScheme);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(overflow, `${name} is no wider than the window`).toBeLessThanOrEqual(0);
}
