/**
 * `@throughline/core/mapping`: the mapping engine as programs outside this folder use it. Types of arguments and results
 * that are not listed here are exported beside their function, under `@throughline/core/mapping/…`.
 */
export { compileMapping, type CompiledMapping, type CompileOptions, type Limits } from './compile-mapping.ts';
export { MappingError, mappingErrorCodes } from './mapping-error.ts';
export type { ValueMapTables } from './functions/function-definition.ts';
export { parseMapping, type ParsedMapping } from './syntax/parse-mapping.ts';
export { printMapping } from './syntax/print-mapping.ts';
export { patchMapping, type MappingPatch, type PatchResult } from './syntax/patch-mapping.ts';
export { lineageOf } from './analysis/lineage-of.ts';
export { checkMapping } from './analysis/check-mapping.ts';
export { explainMapping } from './analysis/explain-mapping.ts';
