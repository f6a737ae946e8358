import { entitySchemas } from '@throughline/core/mapping/entity-schemas';
import { describeSchemaRef, inputFault, outputFault } from '@throughline/core/mapping/input-fault';
import { businessFailure } from '../failures/step-failure.ts';
import { journals } from '../run/journals.ts';
import type { Frame } from '../run/run-context.ts';

/**
 * Applies a published mapping to an input.
 * @throws StepFailure `MAPPING_INPUT_INVALID` when it is made for another input, and `MAPPING_OUTPUT_INVALID` when its
 * result is not the entity that it is made to give
 */
export async function applyMapping(
  key: string,
  input: unknown,
  { context, scope }: Pick<Frame, 'context' | 'scope'>,
): Promise<unknown> {
  const mapping = await context.documents.mapping(key);
  const { connectors } = context.services;
  const catalog = Object.fromEntries(Object.entries(connectors).map(([name, { manifest }]) => [name, manifest]));
  const sources = { catalog, entities: entitySchemas };
  const fault = inputFault(input, mapping.source, sources);
  if (fault !== undefined) {
    throw businessFailure(
      'MAPPING_INPUT_INVALID',
      `The mapping "${key}" is made for ${describeSchemaRef(mapping.source, sources)}, and its input ${fault}. Give it other data, or choose another mapping.`,
    );
  }
  const output = await context.evaluator.mapping(mapping.text, input, scope);
  // A step without effects is computed again when its run is resumed, so it has to go as it went when the run began.
  if (context.journal < journals.checksMappingResult) return output;
  const outputIs = outputFault(output, mapping.target, sources);
  if (outputIs !== undefined) {
    throw businessFailure(
      'MAPPING_OUTPUT_INVALID',
      `The mapping "${key}" is made to give ${describeSchemaRef(mapping.target, sources)}, and its result ${outputIs}. Correct the mapping or the data, then replay.`,
    );
  }
  return output;
}
