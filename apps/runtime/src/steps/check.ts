import { isTruthy } from '@throughline/core/mapping/is-truthy';
import { StepFailure, type FailureDetail } from '../failures/step-failure.ts';
import type { StepExecutor } from './executor.ts';

/** Every rule is evaluated, so that the operator sees everything that is missing at once. */
export const check: StepExecutor<'check'> = async ({ config }, path, { context, scope }) => {
  const broken: FailureDetail[] = [];
  const passed: string[] = [];
  for (const { code, message, assert } of config.rules) {
    if (isTruthy(await context.evaluator.expression(assert, scope))) passed.push(code);
    else broken.push({ code, message });
  }
  const [first] = broken;
  // Who tests a flow wants to see what was checked, even if nothing is wrong with it.
  if (first === undefined && context.mode === 'live') return { passed };
  const payload =
    config.payload === undefined ? undefined : { data: await context.evaluator.expression(config.payload, scope) };
  context.stepLog.input(path, payload?.data ?? scope.trigger);
  if (first === undefined) return { passed };
  throw new StepFailure({
    code: first.code,
    message: broken.map(({ message }) => message).join(' '),
    class: 'business',
    details: broken,
    payload,
  });
};
