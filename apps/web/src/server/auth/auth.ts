import { webDatabase } from '../database.ts';
import { webEnv } from '../env.ts';
import { gateOf, type AuthGate } from './auth-gate.ts';
import { createAuth, type Auth } from './create-auth.ts';
import { deviceCookies, type DeviceCookies } from './device-cookies.ts';

let cached: Auth | undefined;

/** This process's sign-in. It is created on first use, because there are no settings during a build. */
export const webAuth = (): Auth =>
  (cached ??= createAuth(webDatabase(), { secret: webEnv().authSecret, publicUrl: webEnv().publicUrl }));

/** The cookies by which it recognises a browser. */
export const webDevices = (): DeviceCookies =>
  deviceCookies({ secret: webEnv().authSecret, publicUrl: webEnv().publicUrl });

/** The gate that every request passes before it reaches the sign-in library. */
export const webAuthGate = (): AuthGate =>
  gateOf(webAuth(), { database: webDatabase(), trusted: webEnv().trustedProxies, devices: webDevices() });
