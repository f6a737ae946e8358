import { test as base, expect } from '@playwright/test';
import { FocusWatch } from './focus-watch.ts';

/**
 * `test` of Playwright with one more check: no action of a story may let the keyboard focus fall to the page itself.
 * People who work by keyboard would have to begin again at the top of the page.
 */
export const test = base.extend<{ keptFocus: undefined }>({
  keptFocus: [
    async ({ browser, page }, use) => {
      const watch = await FocusWatch.start(browser, page);
      await use(undefined);
      expect(await watch.finish(), 'each action after which nothing had the keyboard focus, and what had it').toEqual(
        [],
      );
    },
    { auto: true },
  ],
});
