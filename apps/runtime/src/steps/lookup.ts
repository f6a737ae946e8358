import { businessFailure } from '../failures/step-failure.ts';
import { textOf } from './text-of.ts';
import type { StepExecutor } from './executor.ts';

const fallbackKey = '*';

export const lookup: StepExecutor<'lookup'> = async ({ config }, path, { context, scope }) => {
  const key = await context.evaluator.expression(config.key, scope);
  context.stepLog.input(path, { valueMap: config.valueMap, key: key ?? null });
  const table = await context.documents.valueMap(config.valueMap);
  const name = textOf(key);
  if (name !== '' && Object.hasOwn(table, name)) return table[name];
  if (Object.hasOwn(table, fallbackKey)) return table[fallbackKey];
  if (config.onMissing === 'null') return null;
  throw businessFailure(
    config.missingCode,
    name === ''
      ? `There is no key to look up in the value map "${config.valueMap}".`
      : `The value map "${config.valueMap}" has no entry for "${name}". Add one, or correct the value in the source.`,
  );
};
