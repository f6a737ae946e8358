import type { Page } from '@playwright/test';
import { spread } from '../browser/spread.ts';
import { framesWithoutWork, changesOnClick } from './empty-page-in-page.ts';
import { PageFigures, print, type EmptyPage } from './page-figures.ts';

/** Measures a page with one button: opening it, its frames, a change on a click, and its heap. */
export async function measureEmptyPage(page: Page): Promise<EmptyPage> {
  const opens: number[] = [];
  for (let count = 0; count < 5; count += 1) {
    const started = Date.now();
    await page.goto('/api/health');
    opens.push(Date.now() - started);
  }
  const figures = await PageFigures.of(page);
  const frames = spread(await page.evaluate(framesWithoutWork));
  const changes = spread(await page.evaluate(changesOnClick));
  const heap = await figures.heapMb();
  const open = spread(opens);
  print('empty page', 'open', open);
  print('empty page', 'frame', frames);
  print('empty page', 'change', changes);
  print('empty page', 'heap', { heap });
  return { open: open.median, frame: frames.p95, change: changes.p95, heap };
}
