/** The headers of every answer that tell browsers what not to do with it. */
export const securityHeaders = (path: string, publicUrl: string | undefined): Readonly<Record<string, string>> => ({
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  ...(path.startsWith('/api/') ? { 'cache-control': 'no-store' } : {}),
  // Only for people who use https. On a laptop it would lock them out of plain http.
  ...(publicUrl?.startsWith('https:') === true
    ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' }
    : {}),
});
