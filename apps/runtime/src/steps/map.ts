import type { StepExecutor } from './executor.ts';

export const map: StepExecutor<'map'> = async ({ config }, path, { context, scope }) => {
  const input = await context.evaluator.expression(config.input, scope);
  context.stepLog.input(path, input);
  const mapping = await context.documents.mapping(config.mapping);
  return context.evaluator.mapping(mapping.text, input, scope);
};
