import { NetSuiteError } from '../errors.ts';
import { RECORD } from './request-context.ts';
import type { NetSuiteApp } from './request-context.ts';

/**
 * With these media types, a write shows a form or the choices of a field and stores nothing. The stand-in has none of
 * them, and must not take such a call for a write.
 */
export function refuseForms(app: NetSuiteApp): void {
  app.use(`${RECORD}/*`, async (c, next) => {
    const form = /type=(create-form|edit-form|select-options)/.exec(c.req.header('Accept') ?? '')?.[1];
    if (form === undefined) return await next();
    throw new NetSuiteError(501, {
      detail: `The stand-in does not implement the media type '${form}'.`,
      code: 'SANDBOX_NOT_IMPLEMENTED',
      header: 'Accept',
    });
  });
}
