import type { SandboxClock } from './kit/clock.ts';
import { DataFile, readDataFile } from './kit/data-file.ts';
import { startSystem } from './kit/start-system.ts';
import type { RunningSystem, StartSystemOptions } from './kit/start-system.ts';
import type { SandboxSystem } from './kit/system.ts';
import { systemIds, systems } from './systems.ts';
import type { SystemId } from './systems.ts';

export interface StartSandboxOptions {
  readonly host?: string;
  /** Port per system; absent or 0 takes a free one. A taken port rejects with code EADDRINUSE. */
  readonly ports?: Partial<Record<SystemId, number>>;
  /** False starts every system empty. Default: the demo firm. */
  readonly seed?: boolean;
  /** Where the state is kept across restarts; absent keeps it in memory only. */
  readonly dataFile?: string;
  /** One clock for all systems, for tests. By default, each system has a real-time clock of its own. */
  readonly clock?: SandboxClock;
  readonly tls?: StartSystemOptions['tls'];
  readonly outbox?: StartSystemOptions['outbox'];
  /** See `StartSystemOptions.controlKey`. */
  readonly controlKey?: string;
  readonly log?: (message: string) => void;
}

export type RunningSandbox = Readonly<Record<SystemId, RunningSystem>> & { close(): Promise<void> };

/** Starts all stand-ins, each on its own port. `close` writes the data file a last time and frees the ports. */
export async function startSandbox(options: StartSandboxOptions = {}): Promise<RunningSandbox> {
  const log = options.log ?? ((message: string) => console.warn(message));
  const snapshots = options.dataFile === undefined ? {} : readDataFile(options.dataFile, log);
  const running: RunningSystem[] = [];
  const closeAll = async (): Promise<void> => {
    await Promise.all(running.map((each) => each.close()));
  };
  try {
    for (const id of systemIds) {
      const snapshot = snapshots[id];
      running.push(
        await startSystem(seeded(systems[id], options.seed), {
          ...systemOptions(options, id),
          log,
          ...(snapshot && { snapshot }),
        }),
      );
    }
  } catch (error) {
    await closeAll();
    throw error;
  }
  const byId = Object.fromEntries(running.map((each) => [each.id, each])) as Record<SystemId, RunningSystem>;
  const dataFile = options.dataFile === undefined ? undefined : keepDataFile(options.dataFile, running, log);
  return {
    ...byId,
    close: async () => {
      await closeAll();
      dataFile?.close();
    },
  };
}

function systemOptions(options: StartSandboxOptions, id: SystemId): StartSystemOptions {
  const { host, clock, tls, outbox, controlKey } = options;
  return {
    ...(host && { host }),
    ...(clock && { clock }),
    ...(tls && { tls }),
    ...(outbox && { outbox }),
    ...(controlKey !== undefined && { controlKey }),
    port: options.ports?.[id] ?? 0,
  };
}

function seeded(system: SandboxSystem, seed = true): SandboxSystem {
  return seed ? system : { ...system, seed: () => {} };
}

function keepDataFile(path: string, running: readonly RunningSystem[], log: (message: string) => void): DataFile {
  const collect = () => Object.fromEntries(running.map((each) => [each.id, each.snapshot()]));
  const dataFile = new DataFile(path, collect, log);
  for (const { id, context } of running) {
    context.state.onCommit((changes) => dataFile.keep(id, changes, context.clock.snapshot()));
  }
  return dataFile;
}
