import { isTruthy } from '@throughline/core/mapping/is-truthy';
import type { StepExecutor } from './executor.ts';

export const branch: StepExecutor<'branch'> = async ({ config, bodies }, _path, frame) => {
  let taken = 'otherwise';
  for (const { slot, when } of config.cases) {
    if (!isTruthy(await frame.context.evaluator.expression(when, frame.scope))) continue;
    taken = slot;
    break;
  }
  await frame.context.services.runBody(bodies?.[taken] ?? [], frame);
  return { case: taken };
};
