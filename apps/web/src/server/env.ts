import { z } from 'zod';
import { readTrustedProxies, type TrustedProxies } from './auth/client-address.ts';

const flag = z
  .enum(['0', '1', ''])
  .default('0')
  .transform((value) => value === '1');

const urlList = z
  .string()
  .default('')
  .transform((text) => partsOf(text))
  .pipe(z.array(z.url()));

const partsOf = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

const schema = z.object({
  DATABASE_URL: z.string().min(1, 'is needed: the PostgreSQL this app and the runtime share'),
  THROUGHLINE_AUTH_SECRET: z.string().min(32, 'is needed: at least 32 random characters that sign sessions'),
  THROUGHLINE_WEB_PORT: z.coerce.number().int().default(8400),
  THROUGHLINE_RUNTIME_PORT: z.coerce.number().int().default(8401),
  /** Address that people open, if there is a proxy in front of this app. */
  THROUGHLINE_PUBLIC_URL: z.url().optional(),
  /** Address to which systems send webhooks; defaults to the runtime on this machine. */
  THROUGHLINE_HOOKS_URL: z.url().optional(),
  /** State of this installation; `next start` runs in apps/web, two folders below the root. */
  THROUGHLINE_DATA_DIR: z.string().default('../../.throughline'),
  THROUGHLINE_KEY_FILE: z.string().optional(),
  THROUGHLINE_SECRET_KEY: z.string().optional(),
  /** Proxies in front of this app, as addresses or ranges separated by commas. Only what they forward is trusted. */
  THROUGHLINE_TRUSTED_PROXIES: z.string().default(''),
  THROUGHLINE_DEMO: flag,
  THROUGHLINE_SANDBOX_URLS: urlList,
});

export interface WebEnv {
  readonly databaseUrl: string;
  readonly authSecret: string;
  readonly publicUrl: string;
  readonly hooksUrl: string;
  /** One or several keys, newest first, separated by commas; wins over the file. */
  readonly secretKey: string | undefined;
  readonly keyFile: string;
  readonly isDemo: boolean;
  readonly trustedProxies: TrustedProxies;
  readonly sandboxUrls: readonly string[];
}

let cached: WebEnv | undefined;

/**
 * The settings of this process, in the only place of the app that reads them. They are read on first use and not on
 * import, because there are none during a build.
 * @throws Error naming each variable that is missing or wrong
 */
export const webEnv = (): WebEnv => (cached ??= readEnv(process.env));

const readEnv = (source: NodeJS.ProcessEnv): WebEnv => {
  const result = schema.safeParse(source);
  if (!result.success) {
    const problems = result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new Error(`The web app cannot start: ${problems.join('; ')}.`);
  }
  const env = result.data;
  return {
    databaseUrl: env.DATABASE_URL,
    authSecret: env.THROUGHLINE_AUTH_SECRET,
    publicUrl: env.THROUGHLINE_PUBLIC_URL ?? `http://127.0.0.1:${env.THROUGHLINE_WEB_PORT}`,
    hooksUrl: env.THROUGHLINE_HOOKS_URL ?? `http://127.0.0.1:${env.THROUGHLINE_RUNTIME_PORT}`,
    secretKey: env.THROUGHLINE_SECRET_KEY,
    // Concatenated as text, because the build would interpret `path.join` as files to bundle, and would trace the whole
    // workspace.
    keyFile: env.THROUGHLINE_KEY_FILE ?? `${env.THROUGHLINE_DATA_DIR}/secret-keys`,
    isDemo: env.THROUGHLINE_DEMO,
    trustedProxies: readTrustedProxies(partsOf(env.THROUGHLINE_TRUSTED_PROXIES)),
    sandboxUrls: env.THROUGHLINE_SANDBOX_URLS,
  };
};
