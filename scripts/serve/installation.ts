import { openDatabase } from '@throughline/core/db';
import { requireMigrated } from '@throughline/core/db/migrate';
import { inviteFirstAdministrator } from '@throughline/core/db/people/invite-first-administrator';
import { Supervisor } from '../process/supervisor.ts';
import { buildWeb, type WebBuild } from '../start/build-web.ts';
import { requireFreePort } from '../start/free-port.ts';
import { prepareForService, requireBoundRole } from './prepare.ts';
import { webProgram, workerProgram } from './serve-programs.ts';
import type { ServeSettings } from './serve-settings.ts';

export const parts = ['all', 'web', 'worker', 'migrate', 'build'] as const;
export type Part = (typeof parts)[number];

/** What `npm run serve` runs: a whole installation, or one part of it. */
export class Installation {
  readonly #settings: ServeSettings;
  readonly #supervisor: Supervisor;
  #build: WebBuild | undefined;
  #isStopping = false;

  constructor(settings: ServeSettings) {
    this.#settings = settings;
    this.#supervisor = new Supervisor({
      // Several parts of one installation may run side by side, so each start only owns its own processes.
      owner: `${settings.root}#${process.pid}`,
      say: (text) => console.error(text),
      onOutput: (text) => process.stdout.write(text),
    });
  }

  /** Resolves when the part runs, or has finished. @throws SettingsError, MigrateError */
  async start(part: Exclude<Part, 'build'>): Promise<void> {
    const { databaseUrl, web, worker, publicUrl } = this.#settings;
    await requireBoundRole(databaseUrl);
    if (part === 'all' || part === 'migrate') await this.#prepare();
    if (part === 'migrate') return;
    await requireMigrated(databaseUrl);
    if (part !== 'worker') {
      await requireFreePort('THROUGHLINE_WEB_PORT', web);
      await this.#buildWeb();
    }
    if (part !== 'web') {
      await requireFreePort('THROUGHLINE_RUNTIME_PORT', worker);
      await this.#supervisor.run(workerProgram(this.#settings));
    }
    if (part !== 'worker') await this.#supervisor.run(webProgram(this.#settings));
    console.log(`Throughline serves ${part === 'worker' ? 'as a worker' : publicUrl}. SIGTERM or Ctrl-C stops it.`);
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    await this.#build?.stop();
    await this.#supervisor.stop();
  }

  async #buildWeb(): Promise<void> {
    if (this.#isStopping) return;
    this.#build = buildWeb({ root: this.#settings.root, owner: `${this.#settings.root}#${process.pid}` });
    await this.#build.done;
  }

  async #prepare(): Promise<void> {
    const { applied } = await prepareForService(this.#settings);
    if (applied > 0) console.log(`The database was brought to this version by ${applied} migrations.`);
    const { databaseUrl, organisationName, publicUrl } = this.#settings;
    const db = openDatabase(databaseUrl, { applicationName: 'throughline-serve', maxConnections: 2 });
    try {
      const link = await inviteFirstAdministrator(db, { organisationName, now: new Date() });
      if (link !== undefined) console.log(firstLinkText(`${publicUrl}/join#${link.token}`));
    } finally {
      await db.close();
    }
  }
}

const firstLinkText = (url: string): string =>
  [
    '',
    'Nobody administers this installation yet. Open this link to become its administrator:',
    '',
    `  ${url}`,
    '',
    'It works once and for 24 hours, and is not shown again. Until somebody used it, each start prints a new one.',
    '',
  ].join('\n');
