import { join } from 'node:path';
import type { Stream } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { endOwned } from '../process/owned-processes.ts';
import { restartDelayMs } from '../process/restart-delay.ts';
import { claimInstallation, removeStarter } from '../process/starter-record.ts';
import { Supervisor } from '../process/supervisor.ts';
import { buildWeb, type WebBuild } from './build-web.ts';
import { type StartedDatabase, startDatabase } from './database.ts';
import { prepareDatabase } from './prepare-database.ts';
import { runtimeProgram, sandboxProgram, webProgram } from './programs.ts';
import { readyText } from './ready-text.ts';
import { seedDemo } from './seed-demo.ts';
import { openStateDir, readSettings, type StartSettings } from './settings.ts';

/** How long processes that an earlier start left behind may take to stop. */
const patienceMs = 25_000;

/** The whole product on one machine: what `npm start` runs. */
export class Product {
  readonly #stopping = new AbortController();
  #stateDir: string | undefined;
  #database: Promise<StartedDatabase> | undefined;
  /** Held by every program that writes to the database, so that the database outlives them. */
  #databaseLifeline: Stream | undefined;
  #build: WebBuild | undefined;
  #supervisor: Supervisor | undefined;
  #stopped: Promise<void> | undefined;

  get isStopping(): boolean {
    return this.#stopping.signal.aborted;
  }

  /** Resolves when everything is up and the ready line was printed. Rejects if it is stopped before that. */
  async start(env: NodeJS.ProcessEnv): Promise<void> {
    const stateDir = await openStateDir(env);
    await this.#takeOver(stateDir);
    // Only chosen now, because ports that a killed start still held are free again.
    const settings = await readSettings(env, stateDir);
    this.#stopping.signal.throwIfAborted();
    this.#build = buildWeb({ root: settings.root, owner: stateDir, logFile: join(stateDir, 'logs/build.log') });
    // A failed build is reported where it is awaited. Until then it must not count as unhandled.
    this.#build.done.catch(() => undefined);
    this.#database = this.#startDatabase(settings);
    const { url } = await this.#database;
    await prepareDatabase(url);
    this.#stopping.signal.throwIfAborted();
    this.#supervisor = new Supervisor({
      owner: stateDir,
      logDir: join(stateDir, 'logs'),
      say: (text) => console.error(text),
      held: () => this.#databaseLifeline,
      mostFailedStarts: 5,
    });
    await this.#supervisor.run(sandboxProgram(settings));
    await seedDemo(settings, url);
    await this.#supervisor.run(runtimeProgram(settings, url));
    await this.#build.done;
    await this.#supervisor.run(webProgram(settings, url));
    console.log(readyText(settings));
  }

  /** Stops everything in order: programs that write stop before the database does. All calls wait for the same end. */
  stop(): Promise<void> {
    this.#stopped ??= this.#stop();
    return this.#stopped;
  }

  async #stop(): Promise<void> {
    this.#stopping.abort();
    await this.#build?.stop();
    await this.#supervisor?.stop();
    // This also applies while it is still starting. Otherwise it would be left behind.
    const database = await this.#database?.catch(() => undefined);
    await database?.stop();
    if (this.#stateDir !== undefined) await removeStarter(this.#stateDir);
  }

  /** Ends what a killed start left running. Refuses while another start is alive. */
  async #takeOver(stateDir: string): Promise<void> {
    const starter = await claimInstallation(stateDir);
    if (starter !== undefined) {
      throw new Error(`It already runs (process ${starter}). Stop that one first, or set THROUGHLINE_DATA_DIR.`);
    }
    this.#stateDir = stateDir;
    await endOwned(stateDir, patienceMs);
  }

  async #startDatabase(settings: StartSettings): Promise<StartedDatabase> {
    const database = await startDatabase(settings);
    this.#databaseLifeline = database.lifeline;
    void database.ended.then(() => this.#restartDatabase(settings, 1));
    return database;
  }

  async #restartDatabase(settings: StartSettings, endings: number): Promise<void> {
    this.#databaseLifeline = undefined;
    if (this.isStopping) return;
    console.error(`\nPostgreSQL ended unexpectedly. It is started again in ${restartDelayMs(endings) / 1000} s.`);
    await pause(restartDelayMs(endings), undefined, { signal: this.#stopping.signal }).catch(() => undefined);
    if (this.isStopping) return;
    this.#database = this.#startDatabase(settings);
    await this.#database.then(
      () => console.error('PostgreSQL is back.'),
      (error: unknown) => {
        console.error(String(error));
        return this.#restartDatabase(settings, endings + 1);
      },
    );
  }
}
