import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Test files that take a minute or more, the longest first. They begin before all others, because one that began last
 * would run alone while the other cores are idle.
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

/** Vitest's own order, largest file first, but with the long files at the front. */
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
