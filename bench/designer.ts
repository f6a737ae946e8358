import { withPage } from './browser/with-page.ts';
import { measureEmptyPage } from './designer/empty-page.ts';
import { measureFlow } from './designer/flow.ts';
import { measureMapper } from './designer/mapper.ts';

/**
 * Measures the designer in headless Chromium against the built app: a flow of 500 steps, and a mapping between two shapes of
 * 2,000 fields with 500 lines. Times are milliseconds. `times` compares with an empty page in the same browser, `cpu` is
 * the processor time of the page, which other load on the machine disturbs less, and `heap` is in megabytes.
 */
export const designerBench = (): Promise<void> =>
  withPage(async (page) => {
    const empty = await measureEmptyPage(page);
    await measureFlow(page, empty);
    await measureMapper(page, empty);
  });
