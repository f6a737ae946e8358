import { webDatabase } from '../database.ts';
import { webEnv } from '../env.ts';
import { createAuth, type Auth } from './create-auth.ts';

let cached: Auth | undefined;

/** This process's sign-in; made on first use, because a build has no settings. */
export const webAuth = (): Auth =>
  (cached ??= createAuth(webDatabase(), { secret: webEnv().authSecret, publicUrl: webEnv().publicUrl }));
