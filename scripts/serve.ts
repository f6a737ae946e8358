/** `npm run serve`: web app and worker for real. `npm run serve -- web|worker|migrate|build` runs one part. */
import { runUntilStopped } from './process/run-until-stopped.ts';
import { Installation, type Part, parts } from './serve/installation.ts';
import { readServeSettings, SettingsError } from './serve/serve-settings.ts';

const [wanted = 'all'] = process.argv.slice(2);
let installation: Installation | undefined;

await runUntilStopped({
  start: async () => {
    const part = parts.find((name) => name === wanted);
    if (part === undefined) throw new Error(`There is no part "${wanted}". Choose one of ${parts.join(', ')}.`);
    await start(part);
    // These two end by themselves; the others run until they are stopped.
    if (part === 'migrate' || part === 'build') process.exit(0);
  },
  stop: async () => installation?.stop(),
});

async function start(part: Part): Promise<void> {
  try {
    installation = new Installation(await readServeSettings(process.env));
    // Web app and workers must not have the owner's address.
    delete process.env['THROUGHLINE_OWNER_DATABASE_URL'];
    await installation.start(part);
  } catch (error) {
    if (error instanceof SettingsError)
      throw new Error(`The environment is not complete:\n${error.message}`, { cause: error });
    throw error;
  }
}
