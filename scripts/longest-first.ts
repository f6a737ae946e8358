import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Test files that take a minute or more, the longest first. They begin before all others: one that began last would run
 * alone at the end while the other core waits.
 */
export const longFiles = [
  'apps/runtime/src/kill-sweep.integration.test.ts',
  'scripts/serve/serve.integration.test.ts',
  'apps/runtime/src/kill-midway.integration.test.ts',
  'apps/runtime/src/workers.integration.test.ts',
  'apps/runtime/src/one-writer-kill.integration.test.ts',
  'apps/runtime/src/one-writer.integration.test.ts',
  'scripts/start/product.integration.test.ts',
  'apps/runtime/src/closed-won.integration.test.ts',
];

/** Vitest's order by itself, which is the largest file first, with the long files before it. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const others = await super.sort(files);
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = longFiles.findIndex((file) => moduleId.endsWith(`/${file}`));
      return at === -1 ? longFiles.length : at;
    };
    return others.toSorted((a, b) => rank(a) - rank(b));
  }
}
