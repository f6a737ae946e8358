import { maskPersonalData } from '@throughline/core/masking';
import type { loadException } from '../exceptions/load-exception.ts';
import { maskedTexts } from './masked-row.ts';

type Exception = Awaited<ReturnType<typeof loadException>>;

/** An exception without personal data. A value that is replaced in the payload is replaced in the sentences too. */
export const maskedException = (exception: Exception): Exception => {
  const { payload, target } = exception;
  const { value, maskedText } = maskPersonalData({ payload, target });
  return {
    ...exception,
    ...(value as Pick<Exception, 'payload' | 'target'>),
    ...maskedTexts(exception, ['message', 'businessLabel', 'replayFailure', 'resolutionReason'], maskedText),
    details: exception.details.map((detail) => ({ ...detail, message: maskedText(detail.message) })),
    deliveries: exception.deliveries.map((delivery) => ({
      ...delivery,
      ...maskedTexts(delivery, ['errorMessage'], maskedText),
    })),
  };
};
