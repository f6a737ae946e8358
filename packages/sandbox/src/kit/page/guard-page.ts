import { createHmac, randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import { isSameText } from '../same-text.ts';
import type { SandboxEnv, SandboxSystem } from '../system.ts';
import { layout } from './page-layout.ts';

/**
 * Lets only a person with the control key see the page. The printed address holds the key once; afterwards a cookie
 * that is derived from it does, because addresses stay in histories. A form that another page sends is refused.
 */
export function guardPage(
  { id, title }: Pick<SandboxSystem, 'id' | 'title'>,
  key: string | undefined,
): MiddlewareHandler<SandboxEnv> {
  const name = `sandbox_page_${id}`;
  // A browser sends cookies to every port of a machine, so that one is worth nothing elsewhere, nor after a restart.
  const value = createHmac('sha256', key ?? '')
    .update(`${id} ${randomUUID()}`)
    .digest('base64url');
  return async (c, next) => {
    c.header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
    );
    c.header('cache-control', 'no-store');
    // With “no-referrer”, a browser would not say that a form was sent by this page.
    c.header('referrer-policy', 'same-origin');
    c.header('x-content-type-options', 'nosniff');
    const { origin, pathname, searchParams } = new URL(c.req.url);
    const sentFrom = c.req.header('origin');
    if (c.req.method !== 'GET' && sentFrom !== origin) {
      return c.html(layout(title, { kind: 'refused', text: 'Only this page itself can send its forms.' }, html``), 403);
    }
    if (key === undefined) return next();
    const given = searchParams.get('key');
    if (given !== null && isSameText(given, key)) {
      setCookie(c, name, value, { httpOnly: true, sameSite: 'Strict', path: '/' });
      return c.redirect(pathname);
    }
    if (isSameText(getCookie(c, name) ?? '', value)) return next();
    return c.html(layout(title, undefined, keyForm(given !== null)), 401);
  };
}

const keyForm = (isWrong: boolean) =>
  html`<section aria-label="Key">
    <h2>Which key?</h2>
    <p>
      ${isWrong ? 'This is not the key of this stand-in. ' : ''}Open the address that was printed when the stand-in
      started, or give its control key here.
    </p>
    <form method="get" action="/">
      <label>Control key <input name="key" type="password" autocomplete="off" required /></label>
      <button>Open</button>
    </form>
  </section>`;
