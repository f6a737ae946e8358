import { applyMapping } from './apply-mapping.ts';
import type { StepExecutor } from './executor.ts';

export const map: StepExecutor<'map'> = async ({ config }, path, { context, scope }) => {
  const input = await context.evaluator.expression(config.input, scope);
  context.stepLog.input(path, input);
  return applyMapping(config.mapping, input, { context, scope });
};
