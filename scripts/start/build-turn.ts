import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const heartbeatMs = 1000;
/** A process that was killed leaves its file behind, and nobody waits for one that was not touched for so long. */
const patienceMs = 15_000;

/**
 * Waits until nobody who came before is building. Each has a file in the folder while it waits and builds, and touches
 * it as long as it lives.
 * @param onWait called once if somebody else is building
 * @returns ends the turn
 * @throws the signal's reason when it is aborted while waiting
 */
export async function takeBuildTurn(
  folder: string,
  signal: AbortSignal,
  onWait: () => void,
): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true });
  const own = `${String(Date.now()).padStart(15, '0')}-${randomUUID()}`;
  const file = join(folder, own);
  await writeFile(file, '');
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch(() => undefined);
  }, heartbeatMs);
  const end = async (): Promise<void> => {
    clearInterval(heartbeat);
    await rm(file, { force: true });
  };
  try {
    for (let hasSaid = false; await isSomebodyBefore(folder, own); hasSaid = true) {
      if (!hasSaid) onWait();
      await pause(heartbeatMs / 2, undefined, { signal }).catch(() => undefined);
      signal.throwIfAborted();
    }
    return end;
  } catch (error) {
    await end();
    throw error;
  }
}

async function isSomebodyBefore(folder: string, own: string): Promise<boolean> {
  const before = (await readdir(folder)).filter((name) => name < own);
  const touched = await Promise.all(before.map((name) => stat(join(folder, name)).catch(() => undefined)));
  return touched.some((file) => file !== undefined && Date.now() - file.mtimeMs < patienceMs);
}
