/**
 * `@throughline/core/mapping`: the mapping engine. The `./mapping/…` lines of `packages/core/package.json` list the
 * other entries that code outside this folder may import. Nothing else resolves, and the import rules refuse it.
 */
export { compileMapping, type CompiledMapping, type CompileOptions, type Limits } from './compile-mapping.ts';
export { MappingError, mappingErrorCodes, type MappingErrorDetails } from './mapping-error.ts';
export type { ValueMapTables } from './functions/function-definition.ts';
export { parseMapping, type ParsedMapping } from './syntax/parse-mapping.ts';
export { printMapping } from './syntax/print-mapping.ts';
export { patchMapping, type MappingPatch, type PatchResult } from './syntax/patch-mapping.ts';
export { lineageOf } from './analysis/lineage-of.ts';
export { checkMapping } from './analysis/check-mapping.ts';
export { explainMapping } from './analysis/explain-mapping.ts';
