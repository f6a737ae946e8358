import { businessFailure } from '../failures/step-failure.ts';
import { textOf } from './text-of.ts';
import type { StepExecutor } from './executor.ts';

export const raise: StepExecutor<'raise'> = async ({ config }, path, { context, scope }) => {
  const message = textOf(await context.evaluator.expression(config.message, scope));
  const payload =
    config.payload === undefined ? undefined : { data: await context.evaluator.expression(config.payload, scope) };
  context.stepLog.input(path, payload?.data);
  throw businessFailure(config.code, message === '' ? config.code : message, { payload });
};
