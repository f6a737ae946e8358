import { join, resolve } from 'node:path';
import { z } from 'zod';

const root = resolve(import.meta.dirname, '../../..');
const flag = z
  .enum(['0', '1', ''])
  .default('0')
  .transform((value) => value === '1');

const schema = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'Give a postgresql:// URL' }),
  THROUGHLINE_DATA_DIR: z.string().default('.throughline'),
  THROUGHLINE_KEY_FILE: z.string().optional(),
  THROUGHLINE_SECRET_KEY: z.string().optional(),
  THROUGHLINE_RUNTIME_PORT: z.coerce.number().int().min(0).max(65_535).default(8401),
  THROUGHLINE_RUNTIME_HOST: z.string().default('127.0.0.1'),
  /** The address to which systems send webhooks, because some sign it; what they send names it where it is absent. */
  THROUGHLINE_HOOKS_URL: z.url().optional(),
  THROUGHLINE_ALLOW_PRIVATE_NETWORK: flag,
  /** Lets credentials of connections travel over http to other machines. */
  THROUGHLINE_ALLOW_HTTP: flag,
  /** How long a worker may be silent before others take its runs over, in milliseconds. */
  THROUGHLINE_LEASE_MS: z.coerce.number().int().min(500).max(600_000).default(15_000),
  /** Most runs this worker has in memory, waiting ones included. */
  THROUGHLINE_WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(10_000).default(2000),
  /** How long running steps may take to end after SIGTERM, in milliseconds. */
  THROUGHLINE_DRAIN_MS: z.coerce.number().int().min(0).max(600_000).default(20_000),
  /**
   * How long after it was sent an unanswered request may still take effect, in milliseconds. Until then, a record that it
   * was to create is not created again.
   */
  THROUGHLINE_REQUEST_LIFE_MS: z.coerce.number().int().min(0).max(3_600_000).default(30_000),
  /** Set by the supervisor and by nobody else: the identity of this one start, and of earlier ones that have ended. */
  THROUGHLINE_WORKER_ID: z.uuid().optional(),
  THROUGHLINE_ENDED_WORKER_IDS: z
    .string()
    .default('')
    .transform((text) => text.split(',').filter((id) => id !== ''))
    .pipe(z.array(z.uuid())),
  THROUGHLINE_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.string().optional(),
  /** For tests: see `worker/boundary.ts`. */
  THROUGHLINE_CRASH_FILE: z.string().optional(),
});

export interface RuntimeEnv {
  readonly databaseUrl: string;
  readonly keyFile: string;
  readonly secretKey: string | undefined;
  readonly host: string;
  readonly port: number;
  readonly hooksUrl: string | undefined;
  readonly isPrivateNetworkAllowed: boolean;
  readonly isHttpAllowed: boolean;
  readonly leaseMs: number;
  readonly workerConcurrency: number;
  readonly drainMs: number;
  readonly requestLifeMs: number;
  readonly workerId: string | undefined;
  readonly endedWorkerIds: readonly string[];
  readonly logLevel: string;
  readonly otlpEndpoint: string | undefined;
  readonly crashFile: string | undefined;
}

/** The only place that reads the environment. @throws Error that names each variable and what is wrong with it */
export function readEnv(env: Readonly<Record<string, string | undefined>>): RuntimeEnv {
  const parsed = schema.safeParse(env);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new Error(`The environment is not usable. ${problems.join('. ')}.`);
  }
  const { data } = parsed;
  return {
    databaseUrl: data.DATABASE_URL,
    keyFile: resolve(root, data.THROUGHLINE_KEY_FILE ?? join(data.THROUGHLINE_DATA_DIR, 'secret-keys')),
    secretKey: data.THROUGHLINE_SECRET_KEY,
    host: data.THROUGHLINE_RUNTIME_HOST,
    port: data.THROUGHLINE_RUNTIME_PORT,
    hooksUrl: data.THROUGHLINE_HOOKS_URL,
    isPrivateNetworkAllowed: data.THROUGHLINE_ALLOW_PRIVATE_NETWORK,
    isHttpAllowed: data.THROUGHLINE_ALLOW_HTTP,
    leaseMs: data.THROUGHLINE_LEASE_MS,
    workerConcurrency: data.THROUGHLINE_WORKER_CONCURRENCY,
    drainMs: data.THROUGHLINE_DRAIN_MS,
    requestLifeMs: data.THROUGHLINE_REQUEST_LIFE_MS,
    workerId: data.THROUGHLINE_WORKER_ID,
    endedWorkerIds: data.THROUGHLINE_ENDED_WORKER_IDS,
    logLevel: data.THROUGHLINE_LOG_LEVEL,
    otlpEndpoint: data.OTEL_EXPORTER_OTLP_ENDPOINT,
    crashFile: data.THROUGHLINE_CRASH_FILE,
  };
}
