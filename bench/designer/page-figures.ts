import type { CDPSession, Page } from '@playwright/test';
import { spread } from '../browser/spread.ts';

/** What an empty page needs for the same, in milliseconds and megabytes. */
export interface EmptyPage {
  readonly open: number;
  readonly frame: number;
  readonly change: number;
  readonly heap: number;
}

/** Reads from the browser what a page has cost. */
export class PageFigures {
  readonly #session: CDPSession;

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async of(page: Page): Promise<PageFigures> {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    return new PageFigures(session);
  }

  /** Processor time of the page's main thread so far, in milliseconds. */
  async cpuMs(): Promise<number> {
    const { metrics } = await this.#session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  }

  /** Size of what the page's scripts hold, in megabytes. */
  async heapMb(): Promise<number> {
    await this.#session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await this.#session.send('Runtime.getHeapUsage');
    return Math.round(usedSize / 100_000) / 10;
  }
}

/** Frames, or waits, with what the page computed for each, compared with those of an empty page. */
export const comparedSpread = (values: readonly number[], empty: number, cpu: number) => ({
  ...spread(values),
  times: ratio(spread(values).p95, empty),
  cpu: Math.round(cpu * 10) / 10,
});

export const ratio = (value: number, empty: number): number => Math.round((value / empty) * 100) / 100;

export const print = (scene: string, figure: string, figures: object): void =>
  console.log(JSON.stringify({ bench: 'designer', scene, case: figure, ...figures }));
