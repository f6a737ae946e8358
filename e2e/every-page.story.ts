/**
 * Every page, light and dark, wide and narrow: loads without an error in the console, is as wide as the window, and has
 * no violation of WCAG 2.2 AA. With THROUGHLINE_SCREENSHOTS set to a folder it also keeps a picture of each.
 */
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { checkAccessibility } from './support/check-accessibility.ts';
import { signIn } from './support/sign-in.ts';

/** `open`: the first row with this text is clicked, and the page behind it is the one meant. */
const pages: readonly { readonly name: string; readonly path: string; readonly open?: string }[] = [
  { name: 'overview', path: '/test' },
  { name: 'flows', path: '/test/flows' },
  { name: 'flow-designer', path: '/test/flows/closed-won-handoff' },
  { name: 'mappings', path: '/test/mappings' },
  { name: 'mapping-editor', path: '/test/mappings/salesforce-opportunity-to-contract' },
  { name: 'value-map', path: '/test/value-maps/netsuite-subsidiary' },
  { name: 'changes', path: '/test/changes' },
  { name: 'change', path: '/test/changes/1' },
  { name: 'runs', path: '/test/runs' },
  { name: 'run', path: '/test/runs', open: 'Succeeded' },
  { name: 'exceptions', path: '/test/exceptions' },
  { name: 'exception', path: '/test/exceptions?by=time&state=all', open: 'BILLING_TERMS_MISSING' },
  { name: 'links', path: '/test/links' },
  { name: 'connections', path: '/test/connections' },
  { name: 'connection', path: '/test/connections/netsuite' },
  { name: 'new-connection', path: '/test/connections/new' },
  { name: 'model', path: '/test/model' },
  { name: 'entity', path: '/test/model/contract' },
  { name: 'settings', path: '/test/settings' },
  { name: 'audit', path: '/test/settings/audit' },
];

const looks = [
  { name: 'light', colorScheme: 'light', width: 1440, height: 900 },
  { name: 'dark', colorScheme: 'dark', width: 1440, height: 900 },
  { name: 'light-narrow', colorScheme: 'light', width: 390, height: 844 },
  { name: 'dark-narrow', colorScheme: 'dark', width: 390, height: 844 },
] as const;

for (const look of looks) {
  test(`every page, ${look.name}`, async ({ page }) => {
    // Twenty pages, each searched for accessibility: about a minute on two idle cores.
    test.setTimeout(400_000);
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
        await checkAccessibility(page, name);
        const folder = process.env['THROUGHLINE_SCREENSHOTS'];
        if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}-${look.name}.png`) });
      });
    }
    expect(errors).toEqual([]);
  });
}
