/**
 * Signs in as a browser would and returns the `cookie` header of the new session.
 * @throws Error when the product refuses.
 */
export async function signIn(webUrl: string, email: string, password: string): Promise<string> {
  const response = await fetch(`${webUrl}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: webUrl },
    body: JSON.stringify({ email, password }),
  });
  if (!response.ok) throw new Error(`${email} could not sign in: ${response.status} ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}
