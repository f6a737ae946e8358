/**
 * Visits every page, light and dark, wide and narrow. Each must load without an error in the console, be no wider than
 * the window, and have no violation of WCAG 2.2 AA. With THROUGHLINE_SCREENSHOTS set to a folder, a picture of each
 * page is kept.
 */
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { checkAccessibility, checkColours } from './support/check-accessibility.ts';
import { pages } from './support/pages.ts';
import { signIn } from './support/sign-in.ts';

const looks = [
  { name: 'light', colorScheme: 'light', width: 1440, height: 900 },
  { name: 'dark', colorScheme: 'dark', width: 1440, height: 900 },
  { name: 'light-narrow', colorScheme: 'light', width: 390, height: 844 },
  { name: 'dark-narrow', colorScheme: 'dark', width: 390, height: 844 },
] as const;

for (const look of looks) {
  test(`every page, ${look.name}`, async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(`${page.url()}: ${message.text()}`);
    });
    await page.setViewportSize({ width: look.width, height: look.height });
    await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: 'reduce' });
    await signIn(page, 'admin');
    for (const { name, path, open } of pages) {
      await test.step(name, async () => {
        await page.goto(path);
        if (open !== undefined) await page.getByRole('row').filter({ hasText: open }).first().click();
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await page.waitForLoadState('networkidle');
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect.soft(overflow, `${name} is no wider than the window`).toBeLessThanOrEqual(0);
        // Between the two themes nothing but colours differs.
        if (look.colorScheme === 'light') await checkAccessibility(page, name);
        else await checkColours(page, name);
        const folder = process.env['THROUGHLINE_SCREENSHOTS'];
        if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}-${look.name}.png`) });
      });
    }
    expect(errors).toEqual([]);
  });
}
