import type { Page } from '@playwright/test';
import { createDraft } from '../browser/create-draft.ts';
import { spread } from '../browser/spread.ts';
import { framesWhilePanning, watchForNewStep } from './flow-in-page.ts';
import { longFlow, stepIds } from './long-flow.ts';
import { comparedSpread, PageFigures, print, ratio, type EmptyPage } from './page-figures.ts';

const stepCount = 500;
const insertions = 12;
const scene = `flow, ${stepCount} steps`;

/** Opens the flow, inserts steps at its start, and pans. */
export async function measureFlow(page: Page, empty: EmptyPage): Promise<void> {
  const key = await createDraft(page, 'flow', longFlow(stepCount));
  const figures = await PageFigures.of(page);
  await page.goto('/api/health');
  const opened = Date.now();
  await page.goto(`/test/flows/${key}`);
  await page.locator('.react-flow__node').first().waitFor();
  const ms = Date.now() - opened;
  print(scene, 'open', { ms, times: ratio(ms, empty.open), cpu: Math.round(await figures.cpuMs()) });
  await page.getByRole('heading', { level: 1 }).waitFor();
  const waits: number[] = [];
  const work: number[] = [];
  const known = new Set(stepIds(stepCount));
  for (let count = 0; count < insertions; count += 1) {
    const { ms: wait, cpu, id } = await insertOne(page, figures, [...known]);
    known.add(id);
    waits.push(wait);
    work.push(cpu);
  }
  print(scene, 'insert', comparedSpread(waits, empty.change, spread(work).median));
  const before = await figures.cpuMs();
  const frames = await page.evaluate(framesWhilePanning);
  print(scene, 'pan', comparedSpread(frames, empty.frame, ((await figures.cpuMs()) - before) / frames.length));
  const heap = await figures.heapMb();
  print(scene, 'heap', { heap, times: ratio(heap, empty.heap) });
}

/**
 * Inserting after the trigger is the worst case, because every other step moves. Escape leaves the form of the step that
 * was inserted before.
 */
async function insertOne(page: Page, figures: PageFigures, known: readonly string[]) {
  if (known.length > stepCount) await page.locator('[aria-label="Selected step"] :focus').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('a');
  await page.getByRole('combobox', { name: 'Search steps' }).fill('map');
  await page.evaluate(watchForNewStep, known);
  const before = await figures.cpuMs();
  await page.keyboard.press('Enter');
  const { ms, id } = await page.evaluate(
    () => Reflect.get(globalThis, 'newStepShown') as Promise<{ ms: number; id: string }>,
  );
  return { ms, id, cpu: (await figures.cpuMs()) - before };
}
