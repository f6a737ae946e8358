/** A path within this app, or `/`, so that a link cannot lead through the sign-in page to another site. */
export const safePath = (next: unknown): string =>
  typeof next === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(next) && !next.startsWith('/sign-in') ? next : '/';
