import type { MappingFunction } from './function-definition.ts';

/** Characters that a function processes in the time of one step. */
const charactersPerTick = 8;

/** Makes a function count its text arguments as work before it reads them. */
export function countingTexts(definition: MappingFunction): MappingFunction {
  return {
    ...definition,
    implementation(context, ...args) {
      for (const argument of args) {
        if (typeof argument === 'string') context.spend(Math.floor(argument.length / charactersPerTick));
      }
      return definition.implementation(context, ...args);
    },
  };
}
