import type { StepExecutor } from './executor.ts';

export const respond: StepExecutor<'respond'> = async ({ config }, path, { context, scope }) => {
  const response = { status: config.status, body: (await context.evaluator.expression(config.body, scope)) ?? null };
  context.stepLog.input(path, response);
  context.response = response;
  return response;
};
