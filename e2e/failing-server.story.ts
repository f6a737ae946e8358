/**
 * Visits every page while the server fails. Each page must say so, offer to try again, and show its content once a
 * retry succeeds.
 */
import { expect, type Page, type Route } from '@playwright/test';
import { pages } from './support/pages.ts';
import { signIn } from './support/sign-in.ts';
import { test } from './support/test.ts';

const everyCall = '**/api/trpc/**';

test('every page, while the server fails', async ({ page }) => {
  await signIn(page, 'admin');
  await page.clock.install();
  for (const { name, path } of pages.filter(({ isFixed, open }) => isFixed !== true && open === undefined)) {
    await test.step(name, async () => {
      await page.route(everyCall, fail);
      await page.goto(path);
      const main = page.getByRole('main');
      const retry = main.getByRole('button', { name: 'Try again' });
      // The page asks again by itself, after pauses of seconds that nobody needs to wait for here.
      await expect(async () => {
        await page.clock.fastForward(5000);
        await expect(retry.first()).toBeVisible({ timeout: 200 });
      }).toPass();
      await expect(main.getByText('The database does not answer.').first()).toBeVisible();
      for (const width of [1440, 390]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await overflowOf(page), `${name} is no wider than the window at ${width}`).toBeLessThanOrEqual(0);
      }
      await page.unroute(everyCall);
      // One click is enough: everything that failed is requested again.
      await retry.first().click();
      await expect(retry).toHaveCount(0);
      await expect(main.getByRole('alert')).toHaveCount(0);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    });
    await page.setViewportSize({ width: 1440, height: 900 });
  }
});

/** The server's answer when it cannot reach the database: one error for each call of the batch. */
async function fail(route: Route): Promise<void> {
  const calls = new URL(route.request().url()).pathname.split('/').at(-1)?.split(',') ?? [];
  const message = 'The database does not answer. Try again in a moment.';
  const data = { code: 'INTERNAL_SERVER_ERROR', httpStatus: 500, reason: 'DATABASE_DOWN' };
  const answers = calls.map(() => ({ error: { json: { message, code: -32_603, data } } }));
  await route.fulfill({ status: 500, json: answers });
}

const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
