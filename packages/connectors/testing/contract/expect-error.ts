import { ConnectorError } from '@throughline/core/connector/error';

/** Returns the ConnectorError that a promise rejects with. Anything else fails the test. */
export async function errorOf(work: Promise<unknown>): Promise<ConnectorError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof ConnectorError) return error;
    throw error;
  }
  throw new Error('Expected a ConnectorError, but the call succeeded.');
}

/** The parts of an error that callers base decisions on. */
export function summary(error: ConnectorError) {
  const { class: errorClass, fields, isOutcomeUnknown } = error;
  return { class: errorClass, fields: [...fields], isOutcomeUnknown };
}
