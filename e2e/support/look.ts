import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { untilStill } from './until-still.ts';

/** Waits until colours have changed, and keeps a picture if THROUGHLINE_SCREENSHOTS names a folder. */
export async function look(page: Page, name: string, colorScheme: 'light' | 'dark' = 'light'): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme });
  await untilStill(page);
  const folder = process.env['THROUGHLINE_SCREENSHOTS'];
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`) });
}
