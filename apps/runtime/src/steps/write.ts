import { expressionOf } from '@throughline/core/flow/field-value';
import { performEffect } from '../run/effect.ts';
import { businessFailure } from '../failures/step-failure.ts';
import { deliver } from './write/deliver.ts';
import type { WriteResult } from './write/delivering.ts';
import { evaluateWrite } from './write/evaluate-write.ts';
import { previewWrite } from './write/preview-write.ts';
import { undoEntryOf } from './write/undo-entry-of.ts';
import type { StepExecutor } from './executor.ts';

export const write: StepExecutor<'write'> = async (step, path, frame) => {
  const { context } = frame;
  const { config, retry } = step;
  const request = await evaluateWrite(step, path, frame);
  context.stepLog.input(path, { object: config.object, externalId: request.recordKey, record: request.record ?? null });
  if (request.recordKey === '') {
    throw businessFailure(
      'IDENTITY_MISSING',
      `The external id of ${config.object} is empty: ${expressionOf(config.identity.externalId)}`,
    );
  }
  const act = () => (context.mode === 'test' ? previewWrite(context, request) : deliver(context, request, path));
  const written: WriteResult = await performEffect({ context, path, retry, act });
  const { isUnfinished, isMade: _, ...outcome } = written;
  const entry = undoEntryOf(context, request, written);
  if (entry !== undefined) context.undo.push(entry);
  if (isUnfinished !== true || outcome.id === null) return outcome;
  // Some systems accept some fields only in an update. That update is an effect of its own, so that the record is known
  // and can be taken back if it fails for good.
  const rest = { ...request, operation: 'update', onConflict: 'update', knownId: outcome.id } as const;
  const restPath = `${path} second half`;
  await performEffect({ context, path: restPath, retry, act: () => deliver(context, rest, restPath) });
  return outcome;
};
