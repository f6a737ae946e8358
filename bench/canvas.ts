import type { CDPSession, Page } from '@playwright/test';
import { createDraft } from './browser/create-draft.ts';
import { spread } from './browser/spread.ts';
import { withPage } from './browser/with-page.ts';
import { longFlow, stepIds } from './canvas/long-flow.ts';
import { framesWhilePanning, watchForNewStep } from './canvas/in-page.ts';

const stepCount = 500;
const insertions = 12;

/**
 * Opens the designer on a flow of 500 steps in headless Chromium, against the built app, and measures three things: how
 * long it takes to open, how long until an inserted step is painted, and how even the frames are while panning. All
 * figures are milliseconds. `cpu` is the browser's own work, which other load on the machine disturbs less.
 */
export const canvasBench = (): Promise<void> => withPage(measure);

async function measure(page: Page): Promise<void> {
  const key = await createDraft(page, 'flow', longFlow(stepCount));
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  const opened = Date.now();
  await page.goto(`/test/flows/${key}`);
  await page.locator('.react-flow__node').first().waitFor();
  print('open', { ms: Date.now() - opened });
  await page.getByRole('heading', { level: 1 }).waitFor();
  const waits: number[] = [];
  const work: number[] = [];
  const known = new Set(stepIds(stepCount));
  for (let count = 0; count < insertions; count += 1) {
    const { ms, cpu, id } = await insertOne(page, cdp, [...known]);
    known.add(id);
    waits.push(ms);
    work.push(cpu);
  }
  print('insert', { ...spread(waits), cpu: spread(work).median });
  const frames = await page.evaluate(framesWhilePanning);
  print('pan', spread(frames));
}

/**
 * Inserting after the trigger is the worst case, because every other step moves. Escape leaves the form of the step that
 * was inserted before.
 */
async function insertOne(page: Page, cdp: CDPSession, known: readonly string[]) {
  if (known.length > stepCount) await page.locator('[aria-label="Selected step"] :focus').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('a');
  await page.getByRole('combobox', { name: 'Search steps' }).fill('map');
  await page.evaluate(watchForNewStep, known);
  const before = await taskMs(cdp);
  await page.keyboard.press('Enter');
  const { ms, id } = await page.evaluate(
    () => Reflect.get(globalThis, 'newStepShown') as Promise<{ ms: number; id: string }>,
  );
  return { ms, id, cpu: (await taskMs(cdp)) - before };
}

async function taskMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

const print = (name: string, figures: object): void =>
  console.log(JSON.stringify({ bench: 'canvas', steps: stepCount, case: name, ...figures }));
