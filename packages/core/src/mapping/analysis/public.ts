/**
 * `@throughline/core/mapping/analysis`: what can be said about a mapping without running it, or while it runs on
 * samples.
 */
export { checkMapping } from './check-mapping.ts';
export { type CheckedMapping, type MappingChecker, createMappingChecker } from './create-mapping-checker.ts';
export { explainMapping } from './explain-mapping.ts';
export type { Explanation } from './explanation.ts';
export { type Sample, fillRates } from './fill-rates.ts';
export { coverageOf, type Branch } from './sample-coverage.ts';
export { seenKeys, type SeenKey } from './seen-keys.ts';
export { lineageOf } from './lineage-of.ts';
export type { TargetLineage } from './lineage-of-value.ts';
export type { MappingFix, MappingProblem, MappingProblemCode } from './problem.ts';
export type { PathSegment } from './source-path.ts';
export { valueMapNamesIn } from '../value-map-names.ts';
