/**
 * `@throughline/core/mapping/help`: every function with its signature, summary and examples, as the editor shows them.
 */
export { builtins } from './builtins/registry.ts';
export { impureFunctions } from './functions/declared-functions.ts';
export { mappingFunctions } from './functions/registry.ts';
