import type { CDPSession, Page } from '@playwright/test';
import { createDraft } from './browser/create-draft.ts';
import { spread } from './browser/spread.ts';
import { withPage } from './browser/with-page.ts';
import { framesWhileScrolling, framesWithoutWork, watchForLine } from './designer/in-page.ts';
import { fieldCount, freeFields, lineCount, longMapping } from './designer/long-mapping.ts';

/**
 * Opens the mapper on two shapes of 2,000 fields with 500 lines between them, in headless Chromium against the built
 * app, and measures how long it takes to open, how even the frames are while both trees scroll, and how long until a
 * new line and the value that it brings are painted. All figures are milliseconds; `times` compares with an empty page, and
 * `cpu` is the processor time of the page itself, which other load on the machine disturbs less.
 */
export const designerBench = (): Promise<void> => withPage(measure);

async function measure(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const key = await createDraft(page, 'mapping', longMapping());
  await page.goto('/api/health');
  const idle = spread(await page.evaluate(framesWithoutWork));
  print('empty page', idle);
  const opened = Date.now();
  await page.goto(`/test/mappings/${key}`);
  await page.locator('.map-lines .all [data-line]').first().waitFor({ state: 'attached' });
  print('open', { ms: Date.now() - opened });
  await page.getByText('Runs on this sample.').waitFor();
  const before = await cpuMs(cdp);
  const times = await page.evaluate(framesWhileScrolling);
  const cpu = Math.round((((await cpuMs(cdp)) - before) / times.length) * 10) / 10;
  const frames = spread(times);
  print('scroll', { ...frames, times: Math.round((frames.p95 / idle.p95) * 100) / 100, cpu });
  const waits: number[] = [];
  const work: number[] = [];
  for (const [source, target] of freeFields) {
    const start = await cpuMs(cdp);
    waits.push(await connectOne(page, source, target));
    work.push((await cpuMs(cdp)) - start);
  }
  print('new line with its value', { ...spread(waits), cpu: spread(work).median });
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

async function cpuMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

const print = (name: string, figures: object): void =>
  console.log(JSON.stringify({ bench: 'designer', fields: fieldCount, lines: lineCount, case: name, ...figures }));
