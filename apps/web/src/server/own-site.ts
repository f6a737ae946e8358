/**
 * Whether a request was sent by a page of another site. A browser that sends `sec-fetch-site` vouches for it; where it
 * does not (plain http by name), `origin` has to be the address that people open, or the one that was asked. Programs
 * other than browsers send neither, and hold nobody's session unless they signed in.
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
