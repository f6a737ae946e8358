/**
 * Whether a page of another site sent the request. If a browser sends `sec-fetch-site`, that decides. If it does not
 * (plain http to a host name), `origin` has to be the public address or the requested one. Programs other than browsers
 * send neither, and have nobody's session unless they signed in.
 */
export const isFromOtherSite = (headers: Headers, publicUrl: string | undefined): boolean => {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site !== 'same-origin' && site !== 'none';
  const origin = headers.get('origin');
  if (origin === null) return false;
  if (publicUrl !== undefined && origin === new URL(publicUrl).origin) return false;
  const address = URL.canParse(origin) ? new URL(origin) : undefined;
  return address === undefined || address.host === '' || address.host !== headers.get('host');
};
