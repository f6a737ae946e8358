/**
 * An answer of the library without the secrets of sessions. The cookie carries them, and scripts of a page cannot read
 * it; a copy in the body would undo that.
 */
export const withoutSecrets = async (response: Response): Promise<Response> => {
  if (!(response.headers.get('content-type') ?? '').includes('json')) return response;
  const text = await response.text();
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  const { status } = response;
  return new Response(text === '' ? null : JSON.stringify(JSON.parse(text, dropSecrets)), { status, headers });
};

const secrets = new Set(['token', 'accessToken', 'refreshToken', 'idToken', 'password']);

const dropSecrets = (name: string, value: unknown): unknown => (secrets.has(name) ? undefined : value);
