import { createHash } from 'node:crypto';

/**
 * The version of a record in systems whose timestamps count whole seconds. Two changes within one second share a
 * timestamp, so a digest of the content tells them apart.
 */
export function versionMark(stamp: string, content: unknown): string {
  const digest = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
  return `${stamp}#${digest}`;
}
