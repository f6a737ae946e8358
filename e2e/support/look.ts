import { join } from 'node:path';
import type { Page } from '@playwright/test';

/** Waits until colours have changed, and keeps a picture if THROUGHLINE_SCREENSHOTS names a folder. */
export async function look(page: Page, name: string, colorScheme: 'light' | 'dark' = 'light'): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme });
  await page.evaluate(async () => {
    const transitions = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    await Promise.allSettled(transitions.map(({ finished }) => finished));
  });
  const folder = process.env['THROUGHLINE_SCREENSHOTS'];
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`) });
}
