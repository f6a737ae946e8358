import type { OpenedDefinition } from '#server/drafts/open-definition.ts';

/** Whether the environment runs an older version than the newest one, as after a rollback. */
export const isOlderLive = ({ live, latestVersion }: Pick<OpenedDefinition, 'live' | 'latestVersion'>): boolean =>
  live !== null && latestVersion !== null && live.versionNumber < latestVersion.number;
