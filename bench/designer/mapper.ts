import type { Page } from '@playwright/test';
import { createDraft } from '../browser/create-draft.ts';
import { spread } from '../browser/spread.ts';
import { freeFields, longMapping } from './long-mapping.ts';
import { framesWhileScrolling, watchForLine } from './mapper-in-page.ts';
import { comparedSpread, PageFigures, print, ratio, type EmptyPage } from './page-figures.ts';

const scene = 'mapper, 2,000 fields a side, 500 lines';

/** Opens the mapper, scrolls both trees, and draws lines until each line and the value that it brings are painted. */
export async function measureMapper(page: Page, empty: EmptyPage): Promise<void> {
  const key = await createDraft(page, 'mapping', longMapping());
  const figures = await PageFigures.of(page);
  await page.goto('/api/health');
  const opened = Date.now();
  await page.goto(`/test/mappings/${key}`);
  await page.locator('.map-lines .all [data-line]').first().waitFor({ state: 'attached' });
  const ms = Date.now() - opened;
  print(scene, 'open', { ms, times: ratio(ms, empty.open), cpu: Math.round(await figures.cpuMs()) });
  await page.getByText('Runs on this sample.').waitFor();
  const before = await figures.cpuMs();
  const frames = await page.evaluate(framesWhileScrolling);
  const cpu = ((await figures.cpuMs()) - before) / frames.length;
  print(scene, 'scroll', comparedSpread(frames, empty.frame, cpu));
  const waits: number[] = [];
  const work: number[] = [];
  for (const [source, target] of freeFields) {
    const start = await figures.cpuMs();
    waits.push(await connectOne(page, source, target));
    work.push((await figures.cpuMs()) - start);
  }
  print(scene, 'new line with its value', comparedSpread(waits, empty.change, spread(work).median));
  const heap = await figures.heapMb();
  print(scene, 'heap', { heap, times: ratio(heap, empty.heap) });
}

async function connectOne(page: Page, source: string, target: string): Promise<number> {
  const row = (side: string, name: string) =>
    page.getByRole('tree', { name: `${side} fields` }).getByRole('treeitem', { name: new RegExp(`\\b${name}\\b`) });
  await row('Source', source).click();
  await row('Target', target).click();
  await page.evaluate(watchForLine, { key: `${source} → ${target}`, value: `value of ${source}` });
  await page.getByRole('menuitem').first().click();
  return page.evaluate(() => Reflect.get(globalThis, 'lineShown') as Promise<number>);
}
