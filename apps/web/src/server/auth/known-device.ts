import type { AuthCall } from './auth-call.ts';
import type { AuthGate } from './auth-gate.ts';
import type { Device } from './device-cookies.ts';

/** The browser of a call, if this person has signed in with it before. */
export const knownDevice = (gate: AuthGate, call: AuthCall, userId: string | undefined): Device | undefined => {
  const device = gate.devices.read(call.headers.get('cookie'));
  return userId !== undefined && device?.accounts.includes(userId) === true ? device : undefined;
};

/** Marks in the browser that this person has signed in with it. */
export const rememberDevice = (
  gate: AuthGate,
  call: AuthCall,
  { response, userId }: { readonly response: Response; readonly userId: string },
): Response => {
  response.headers.append('set-cookie', gate.devices.renew(call.headers.get('cookie'), userId));
  return response;
};
