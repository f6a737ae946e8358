import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { ServerType } from '@hono/node-server';
import { SandboxClock } from './clock.ts';
import type { ClockState } from './clock.ts';
import { createApp } from './create-app.ts';
import { FaultPlan } from './faults.ts';
import { RequestLedger } from './ledger.ts';
import { SandboxState } from './state.ts';
import type { StateSnapshot } from './state.ts';
import type { SandboxSystem, SystemContext } from './system.ts';
import { EventOutbox } from './webhook/outbox.ts';
import type { OutboxOptions } from './webhook/outbox.ts';

/** More than any vendor allows, so that each stand-in can refuse long requests in its own words. */
const MAX_HEADER_BYTES = 65_536;

/** What a data file keeps about one system. */
export interface SystemSnapshot {
  readonly state: StateSnapshot;
  readonly clock: ClockState;
}

export interface StartSystemOptions {
  readonly host?: string;
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** Continue from here instead of the seed. */
  readonly snapshot?: SystemSnapshot;
  readonly clock?: SandboxClock;
  /** Serve https with this PEM pair; http when absent. */
  readonly tls?: { readonly key: string; readonly cert: string };
  readonly outbox?: OutboxOptions;
  /**
   * Whoever controls the stand-in must know this key. Without one, control is open, which is enough for tests in the
   * same process.
   */
  readonly controlKey?: string;
  readonly log?: (message: string) => void;
}

export interface RunningSystem {
  readonly id: string;
  /** Without a slash at the end. */
  readonly url: string;
  readonly port: number;
  readonly context: SystemContext;
  snapshot(): SystemSnapshot;
  close(): Promise<void>;
}

/** Starts one stand-in on its own port. Rejects when the port is taken (code EADDRINUSE). */
export async function startSystem(system: SandboxSystem, options: StartSystemOptions = {}): Promise<RunningSystem> {
  const { host = '127.0.0.1', port = 0, tls, snapshot } = options;
  const context = createContext(system, options);
  const app = createApp(system, context, options.controlKey);
  const server = createAdaptorServer({
    fetch: app.fetch,
    hostname: host,
    ...(tls === undefined
      ? { createServer, serverOptions: { maxHeaderSize: MAX_HEADER_BYTES } }
      : { createServer: createTlsServer, serverOptions: { ...tls, maxHeaderSize: MAX_HEADER_BYTES } }),
  });
  await listen(server, host, port);
  if (snapshot !== undefined) context.events.resume();
  const { port: actualPort } = server.address() as AddressInfo;
  return {
    id: system.id,
    url: `${tls === undefined ? 'http' : 'https'}://${host}:${actualPort}`,
    port: actualPort,
    context,
    snapshot: () => ({ state: context.state.snapshot(), clock: context.clock.snapshot() }),
    close: async () => {
      await stopServer(server);
      await context.events.close();
    },
  };
}

function createContext(system: SandboxSystem, options: StartSystemOptions): SystemContext {
  const state = new SandboxState();
  const clock = options.clock ?? new SandboxClock();
  const faults = new FaultPlan();
  const ledger = new RequestLedger();
  const events = new EventOutbox(state, faults, {
    ...options.outbox,
    ...(system.signWebhook !== undefined && { sign: system.signWebhook }),
  });
  if (options.snapshot === undefined) system.seed(state, clock);
  else {
    state.restore(options.snapshot.state);
    clock.restore(options.snapshot.clock);
  }
  state.onEffect((effect) => ledger.addEffect(effect));
  return { state, clock, faults, ledger, events, log: options.log ?? (() => {}) };
}

async function listen(server: ServerType, host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

async function stopServer(server: ServerType): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
}
