import { webDatabase } from '../database.ts';
import { webEnv } from '../env.ts';
import { gateOf, type AuthGate } from './auth-gate.ts';
import { createAuth, type Auth } from './create-auth.ts';
import { deviceCookies, type DeviceCookies } from './device-cookies.ts';

let cached: Auth | undefined;

/** This process's sign-in. It is made on first use, because a build has no settings. */
export const webAuth = (): Auth =>
  (cached ??= createAuth(webDatabase(), { secret: webEnv().authSecret, publicUrl: webEnv().publicUrl }));

/** The cookies by which it knows a browser again. */
export const webDevices = (): DeviceCookies =>
  deviceCookies({ secret: webEnv().authSecret, publicUrl: webEnv().publicUrl });

/** The gate that every request passes before it reaches the sign-in. */
export const webAuthGate = (): AuthGate =>
  gateOf(webAuth(), { database: webDatabase(), trusted: webEnv().trustedProxies, devices: webDevices() });
