import type { CoverageEntry } from '../kit/coverage.ts';

export const coverage: readonly CoverageEntry[] = [];
