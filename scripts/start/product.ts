import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { demoPeople } from '@throughline/core/db/seed-organisation';
import { buildWeb } from './build-web.ts';
import { type Child, startChild } from './child.ts';
import { type StartedDatabase, startDatabase } from './database.ts';
import { prepareDatabase } from './prepare-database.ts';
import { endProcess, isRunning, readRecords, recordOf, writeRecords } from './process-record.ts';
import { demoPassword } from './demo-password.ts';
import { seedDemo } from './seed-demo.ts';
import { openStateDir, readSettings, type StartSettings } from './settings.ts';
import { waitForAnswer } from './wait-for.ts';

/** How long a program may take to leave by itself; the runtime drains for up to 20 s. */
const patienceMs = 25_000;

interface Program {
  readonly name: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Answers 2xx once the program is ready. */
  readonly readyUrl: string;
}

/** The whole product on one machine: what `npm start` runs. */
export class Product {
  isStopping = false;
  #recordFile: string | undefined;
  #database: StartedDatabase | undefined;
  readonly #children: Child[] = [];

  /** Resolves when everything is up and the ready line was printed. */
  async start(env: NodeJS.ProcessEnv): Promise<void> {
    const stateDir = await openStateDir(env);
    await this.#takeOver(stateDir);
    // Only now: ports that a killed start still held are free again.
    const settings = await readSettings(env, stateDir);
    const build = buildWeb(settings.root);
    // A failed build is reported where it is awaited; until then it must not count as unhandled.
    build.catch(() => undefined);
    this.#database = await startDatabase(settings);
    void this.#database.ended.then(() => this.#reportEnd('PostgreSQL', ''));
    await prepareDatabase(this.#database.url);
    await this.#run(sandboxProgram(settings), settings);
    await seedDemo(settings, this.#database.url);
    await this.#run(runtimeProgram(settings, this.#database.url), settings);
    await build;
    await this.#run(webProgram(settings, this.#database.url), settings);
    console.log(readyText(settings));
  }

  /** Stops everything in order: who writes stops before what is written to. Safe to call twice. */
  async stop(): Promise<void> {
    if (this.isStopping) return;
    this.isStopping = true;
    for (const child of this.#children.toReversed()) await child.stop(patienceMs);
    await this.#database?.stop();
    if (this.#recordFile !== undefined) await rm(this.#recordFile, { force: true });
  }

  /** Ends what a killed start left running; refuses while another start is alive. */
  async #takeOver(stateDir: string): Promise<void> {
    const file = join(stateDir, 'processes.json');
    const earlier = await readRecords(file);
    if (earlier !== undefined && isRunning(earlier.starter)) {
      throw new Error(
        `It already runs (process ${earlier.starter.pid}). Stop that one first, or set THROUGHLINE_DATA_DIR.`,
      );
    }
    for (const child of earlier?.children ?? []) await endProcess(child, patienceMs);
    this.#recordFile = file;
    await this.#record();
  }

  async #run(program: Program, settings: StartSettings): Promise<void> {
    if (this.isStopping) return;
    const child = startChild({ ...program, logFile: join(settings.stateDir, 'logs', `${program.name}.log`) });
    this.#children.push(child);
    await this.#record();
    await waitForAnswer(program.readyUrl, child);
    void child.ended.then(() => this.#restart(program, settings, child));
  }

  /** A program that ends by itself is started again, once a second at most; its last lines are shown. */
  async #restart(program: Program, settings: StartSettings, ended: Child): Promise<void> {
    if (this.isStopping) return;
    this.#reportEnd(program.name, ended.lastLines());
    this.#children.splice(this.#children.indexOf(ended), 1);
    await new Promise((resolve) => {
      setTimeout(resolve, 1000);
    });
    await this.#run(program, settings).catch((error: unknown) => console.error(String(error)));
  }

  #reportEnd(name: string, lastLines: string): void {
    if (this.isStopping) return;
    console.error(
      `\n${name} ended unexpectedly${name === 'PostgreSQL' ? '. Stop with Ctrl-C and start again.' : ' and is started again.'}\n${lastLines}`,
    );
  }

  async #record(): Promise<void> {
    if (this.#recordFile === undefined) return;
    await writeRecords(this.#recordFile, {
      starter: recordOf('start', process.pid),
      children: this.#children.map(({ name, pid }) => recordOf(name, pid)),
    });
  }
}

const sandboxUrl = (port: number): string => `http://127.0.0.1:${port}`;

function sandboxProgram({ root, stateDir, ports }: StartSettings): Program {
  return {
    name: 'sandbox',
    args: ['packages/sandbox/src/main.ts'],
    cwd: root,
    env: {
      THROUGHLINE_SANDBOX_SALESFORCE_PORT: String(ports.salesforce),
      THROUGHLINE_SANDBOX_NETSUITE_PORT: String(ports.netsuite),
      THROUGHLINE_SANDBOX_KANTATA_PORT: String(ports.kantata),
      THROUGHLINE_SANDBOX_DATA: join(stateDir, 'sandbox.json'),
    },
    readyUrl: `${sandboxUrl(ports.kantata)}/__health`,
  };
}

function sharedEnv({ stateDir, ports, keyFile }: StartSettings, url: string): Record<string, string> {
  return {
    NODE_ENV: 'production',
    DATABASE_URL: url,
    THROUGHLINE_DATA_DIR: stateDir,
    THROUGHLINE_KEY_FILE: keyFile,
    THROUGHLINE_DEMO: '1',
    // The sandbox systems listen on loopback, which the outbound guard refuses otherwise.
    THROUGHLINE_ALLOW_PRIVATE_NETWORK: '1',
    THROUGHLINE_RUNTIME_PORT: String(ports.runtime),
    THROUGHLINE_WEB_PORT: String(ports.web),
    THROUGHLINE_SANDBOX_URLS: [ports.salesforce, ports.netsuite, ports.kantata].map(sandboxUrl).join(','),
  };
}

function runtimeProgram(settings: StartSettings, url: string): Program {
  return {
    name: 'runtime',
    // Mappings are compiled through `vm.compileFunction`, which this leaves alone; `eval` and `Function` throw.
    args: ['--disallow-code-generation-from-strings', 'apps/runtime/src/main.ts'],
    cwd: settings.root,
    env: sharedEnv(settings, url),
    readyUrl: `http://127.0.0.1:${settings.ports.runtime}/health`,
  };
}

function webProgram(settings: StartSettings, url: string): Program {
  const port = String(settings.ports.web);
  return {
    name: 'web',
    args: ['node_modules/next/dist/bin/next', 'start', '--hostname', '127.0.0.1', '--port', port],
    cwd: join(settings.root, 'apps/web'),
    env: { ...sharedEnv(settings, url), THROUGHLINE_AUTH_SECRET: settings.authSecret },
    readyUrl: `http://127.0.0.1:${port}/api/health`,
  };
}

function readyText({ ports }: StartSettings): string {
  const signIns = Object.values(demoPeople).map(({ email, roles }) => `  ${email.padEnd(28)} ${roles.join(', ')}`);
  return [
    '',
    ...Object.entries({ Salesforce: ports.salesforce, NetSuite: ports.netsuite, Kantata: ports.kantata }).map(
      ([name, port]) => `  sandbox ${name.padEnd(11)} ${sandboxUrl(port)}`,
    ),
    '',
    `Throughline is ready: http://127.0.0.1:${ports.web}`,
    `Sign in with the password ${demoPassword} as`,
    ...signIns,
    'Ctrl-C stops everything.',
  ].join('\n');
}
