/**
 * `npm run serve`: runs web app and worker for production. `npm run serve -- web|worker|migrate|build` runs one part.
 */
import { dirname } from 'node:path';
import { runUntilStopped } from './process/run-until-stopped.ts';
import { Installation, type Part, parts } from './serve/installation.ts';
import { readServeSettings, SettingsError } from './serve/serve-settings.ts';
import { buildWeb, type WebBuild } from './start/build-web.ts';

const [wanted = 'all'] = process.argv.slice(2);
const root = dirname(import.meta.dirname);
let installation: Installation | undefined;
let webBuild: WebBuild | undefined;

await runUntilStopped({
  start: async () => {
    const part = parts.find((name) => name === wanted);
    if (part === undefined) throw new Error(`There is no part "${wanted}". Choose one of ${parts.join(', ')}.`);
    await start(part);
    // These two end on their own; the others run until they are stopped.
    if (part === 'migrate' || part === 'build') process.exit(0);
  },
  stop: async () => {
    await webBuild?.stop();
    await installation?.stop();
  },
});

async function start(part: Part): Promise<void> {
  try {
    if (part === 'build') {
      // An image is built where neither a database nor a secret is available.
      webBuild = buildWeb({ root, owner: `${root}#${process.pid}` });
      await webBuild.done;
      return;
    }
    installation = new Installation(await readServeSettings(process.env));
    // Web app and workers must not have the owner's database address.
    delete process.env['THROUGHLINE_OWNER_DATABASE_URL'];
    await installation.start(part);
  } catch (error) {
    if (error instanceof SettingsError)
      throw new Error(`The environment is not complete:\n${error.message}`, { cause: error });
    throw error;
  }
}
