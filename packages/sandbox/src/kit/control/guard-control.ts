import type { MiddlewareHandler } from 'hono';
import { isSameText } from '../same-text.ts';
import type { SandboxEnv } from '../system.ts';

/**
 * Lets only callers who know the key control a stand-in, and no web page. A browser names the page that sent a request
 * in `Origin`, and any page that a person has open can send requests to their own machine.
 */
export const guardControl =
  (key: string | undefined): MiddlewareHandler<SandboxEnv> =>
  async (c, next) => {
    if (c.req.header('origin') !== undefined) {
      return c.json({ error: 'A web page cannot control the sandbox. Send the request from a program.' }, 403);
    }
    if (key !== undefined && !isSameText(c.req.header('x-sandbox-key') ?? '', key)) {
      return c.json(
        { error: 'The header x-sandbox-key must hold the control key, which the sandbox prints when it starts.' },
        401,
      );
    }
    await next();
  };
