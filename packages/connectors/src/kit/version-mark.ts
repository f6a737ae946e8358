import { createHash } from 'node:crypto';

/**
 * A record's version for systems whose time stamps count whole seconds: two changes within one second share the stamp,
 * so a digest of the content tells them apart.
 */
export function versionMark(stamp: string, content: unknown): string {
  const digest = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
  return `${stamp}#${digest}`;
}
