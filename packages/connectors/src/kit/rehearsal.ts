import type { RehearsedRequest, WriteOutcome } from '@throughline/core/connector';
import type { CallScope } from './call-scope.ts';
import { encodeBody, requestHeaders, type HttpRequest } from './http-request.ts';
import { MASK, type Redactor } from './redact.ts';

/** Ends the call of a rehearsal at the request that would change something. */
export class NotSent extends Error {
  override readonly name = 'NotSent';

  constructor() {
    super('This request is only rehearsed.');
  }
}

/** A request as people may see it: what would be sent, with its credentials masked. */
export function rehearsedRequest(request: HttpRequest, url: URL, redactor: Redactor): RehearsedRequest {
  const { body } = encodeBody(request);
  return {
    method: request.method,
    url: redactor.clean(url.href),
    headers: {
      ...(redactor.cleanValue(requestHeaders(request)) as ReturnType<typeof requestHeaders>),
      authorization: MASK,
    },
    ...(body !== undefined && { body: request.form === undefined ? redactor.cleanValue(JSON.parse(body)) : MASK }),
  };
}

/**
 * Does what a write does, up to the request that would change something. Returns that request, or nothing when the write
 * sends none.
 * @throws ConnectorError where the write fails before
 */
export async function rehearseWrite(
  scope: CallScope,
  write: (scope: CallScope) => Promise<WriteOutcome | undefined>,
): Promise<readonly RehearsedRequest[]> {
  const rehearsed: RehearsedRequest[] = [];
  try {
    const outcome = await write({ ...scope, rehearsed });
    if (rehearsed.length === 0 && outcome?.isOk === false) throw outcome.error;
  } catch (error) {
    if (!(error instanceof NotSent)) throw error;
  }
  return rehearsed;
}
