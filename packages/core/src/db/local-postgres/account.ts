import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The system account to run PostgreSQL as, because PostgreSQL refuses to run as root. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/**
 * Undefined when we are not root: PostgreSQL then runs as ourselves. As root: the account `postgres`, created when missing.
 * @throws Error when it cannot be created, saying what to do.
 */
export async function serverAccount(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const existing = await lookUp();
  if (existing !== undefined) return existing;
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']);
  } catch (cause) {
    throw new Error(
      'PostgreSQL does not run as root, and the account "postgres" could not be created. ' +
        'Start Throughline as another user, or set DATABASE_URL.',
      { cause },
    );
  }
  const created = await lookUp();
  if (created === undefined) throw new Error('The account "postgres" was created but cannot be found.');
  return created;
}

async function lookUp(): Promise<Account | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', 'postgres']), run('id', ['-g', 'postgres'])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    // `id` fails exactly when there is no such account.
    return undefined;
  }
}
