import type { ErrorClass } from '@throughline/core/connector/error';
import type { HttpReply } from '../kit/http-request.ts';
import type { VendorProblem } from '../kit/vendor-problem.ts';

/** Maps `type` to an error class. `system` covers many things, so the status says more there. */
const classes: Readonly<Record<string, ErrorClass>> = { oauth: 'auth', validation: 'validation' };

/** Reads `{errors: [{type: oauth|system|validation, message, field}]}`. There are no codes. */
export function readProblem({ body, status }: HttpReply): VendorProblem {
  const list = errorsOf(body);
  const messages = list.flatMap(({ message }) => (typeof message === 'string' && message !== '' ? [message] : []));
  const fields = list.flatMap(({ field }) => (typeof field === 'string' ? [field] : []));
  const type = list[0]?.['type'];
  return {
    ...(typeof type === 'string' && { class: classes[type] }),
    ...(messages.length > 0 && { message: messages.join('; ') }),
    ...(fields.length > 0 && { fields }),
    // A record that somebody else is saving is refused like invalid input, and only the sentence tells the difference.
    ...(status === 422 && type === 'system' && /in progress|try again/i.test(messages.join(' ')) && { class: 'lock' }),
  };
}

function errorsOf(body: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (typeof body !== 'object' || body === null || !('errors' in body) || !Array.isArray(body.errors)) return [];
  return body.errors.flatMap((each: unknown) =>
    typeof each === 'object' && each !== null ? [Object.fromEntries(Object.entries(each))] : [],
  );
}
