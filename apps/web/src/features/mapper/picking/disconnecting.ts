import { Later } from '#ui/later.ts';

/** Removing a line needs the whole check of mappings, which nothing else needs outside the worker. */
export const disconnecting = new Later(async () => (await import('@throughline/core/mapping/disconnect')).disconnect);
