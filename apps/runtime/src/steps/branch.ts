import { isTruthy } from '@throughline/core/mapping/is-truthy';
import type { StepExecutor } from './executor.ts';

export const branch: StepExecutor<'branch'> = async ({ id, config, bodies }, path, frame) => {
  const { context, scope } = frame;
  const asked: { case: string; holds: boolean }[] = [];
  let taken = context.start.leads.get(id);
  for (const { slot, title, when } of taken === undefined ? config.cases : []) {
    const holds = isTruthy(await context.evaluator.expression(when, scope));
    asked.push({ case: title, holds });
    if (!holds) continue;
    taken = slot;
    break;
  }
  taken ??= 'otherwise';
  context.stepLog.input(path, { conditions: asked });
  await context.services.runBody(bodies?.[taken] ?? [], frame);
  return { case: taken };
};
