import { builtins, impureFunctions, mappingFunctions } from '@throughline/core/mapping/help';

/** What help and completion show about a function. */
export interface FunctionHelp {
  /** The name without the `$`. */
  readonly name: string;
  readonly parameters: readonly string[];
  readonly summary: string;
  /** A whole expression. */
  readonly example: string;
  /** False for those that JSONata itself has. */
  readonly isOurs: boolean;
}

/**
 * Every function that mappings may call. It imports the functions themselves, so import it only when help is requested.
 */
export const functionHelp: readonly FunctionHelp[] = [
  ...mappingFunctions.map((each) => helpOf(each, true)),
  ...builtins.filter(({ name }) => !Object.hasOwn(impureFunctions, name)).map((each) => helpOf(each, false)),
];

type Documented = Pick<(typeof mappingFunctions)[number], 'name' | 'parameters' | 'summary' | 'examples'>;

function helpOf({ name, parameters, summary, examples }: Documented, isOurs: boolean): FunctionHelp {
  return { name, parameters, summary, example: examples[0].expression, isOurs };
}
