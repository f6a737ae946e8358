import type { FieldValue } from '@throughline/core/flow/field-value';
import { isRecipient, recipientAdvice } from '@throughline/core/flow/recipient';
import { businessFailure } from '../failures/step-failure.ts';
import { performEffect } from '../run/effect.ts';
import { inOrganisation } from '../run/in-organisation.ts';
import { addNotification } from '../store/add-notification.ts';
import { allowEffect } from './allow-effect.ts';
import { textOf } from './text-of.ts';
import type { StepExecutor } from './executor.ts';

export const notify: StepExecutor<'notify'> = async ({ config, retry }, path, { context, scope }) => {
  const evaluate = async (field: FieldValue): Promise<string> =>
    textOf(await context.evaluator.expression(field, scope));
  const recipient = (await evaluate(config.to)).trim();
  if (!isRecipient(recipient)) {
    throw businessFailure('BAD_RECIPIENT', `This message would go to "${recipient}", ${recipientAdvice}`);
  }
  const message = {
    recipient,
    subject: await evaluate(config.subject),
    body: await evaluate(config.body),
  };
  context.stepLog.input(path, message);
  if (context.mode === 'test') return { notificationId: null, would: { notify: message } };
  const { runId, environmentId } = context;
  const notificationId = await performEffect({
    context,
    path,
    retry,
    act: () =>
      inOrganisation(context, async (tx) => {
        await allowEffect(tx, context);
        return addNotification(tx, { runId, environmentId, path, ...message });
      }),
  });
  return { notificationId };
};
