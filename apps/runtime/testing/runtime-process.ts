import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createServer, type AddressInfo } from 'node:net';
import { waitUntil } from './wait-until.ts';

export interface RuntimeProcess {
  readonly child: ChildProcess;
  readonly url: string;
  /** Exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
  output(): string;
  /** Resolves when it is healthy, or has ended. */
  ready(): Promise<void>;
  stop(signal?: NodeJS.Signals): Promise<number | NodeJS.Signals>;
}

export interface PrewarmedRuntime {
  /** Lets it start; resolves when it is healthy, or has ended. */
  start(): Promise<RuntimeProcess>;
  /** Ends it without having started. */
  discard(): Promise<void>;
}

/** Starts a runtime as `npm start` does: a Node process of its own that learns everything from its environment. */
export async function startRuntimeProcess(env: Readonly<Record<string, string>>): Promise<RuntimeProcess> {
  const runtime = await spawnRuntime('../src/main.ts', env);
  await runtime.ready();
  return runtime;
}

/** A runtime whose code is loaded and which waits for the word to start. */
export async function prewarmRuntime(env: Readonly<Record<string, string>>): Promise<PrewarmedRuntime> {
  const runtime = await spawnRuntime('prewarmed-main.ts', env);
  return {
    async start() {
      await waitUntil('Loading the runtime', () => (runtime.output().includes('warm') ? true : undefined));
      runtime.child.stdin?.write('go\n');
      await runtime.ready();
      return runtime;
    },
    async discard() {
      await runtime.stop('SIGKILL');
    },
  };
}

/** `npm start` sets this flag too, so that text from data can never become code. */
const noCodeFromText = '--disallow-code-generation-from-strings';
const quickStart = new URL('../src/quick-start.ts', import.meta.url).href;
/** Where Node keeps compiled programs, if it was told to. */
const compileCache = process.env['NODE_COMPILE_CACHE'];

async function spawnRuntime(file: string, env: Readonly<Record<string, string>>): Promise<RuntimeProcess> {
  const port = await freePort();
  const program = fileURLToPath(new URL(file, import.meta.url));
  const child = spawn(process.execPath, [noCodeFromText, '--import', quickStart, program], {
    env: {
      PATH: process.env['PATH'],
      ...(compileCache !== undefined && { NODE_COMPILE_CACHE: compileCache }),
      THROUGHLINE_RUNTIME_PORT: String(port),
      THROUGHLINE_ALLOW_PRIVATE_NETWORK: '1',
      THROUGHLINE_REQUEST_LIFE_MS: '1000',
      THROUGHLINE_LOG_LEVEL: process.env['TEST_LOG'] ?? 'error',
      ...env,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? code ?? -1));
  });
  const url = `http://127.0.0.1:${port}`;
  return {
    child,
    url,
    ended,
    output: () => output,
    ready: async () => {
      await waitUntil('The start of the runtime', async () => {
        if (child.exitCode !== null) throw new Error(`The runtime ended: ${output}`);
        if (child.signalCode !== null) return true;
        const response = await fetch(`${url}/health`).catch(() => undefined);
        return response?.status === 200 ? true : undefined;
      });
    },
    stop: (signal = 'SIGTERM') => {
      child.kill(signal);
      return ended;
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
