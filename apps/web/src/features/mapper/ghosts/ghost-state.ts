import type { GhostField } from './ghost-work.ts';

/** What is wrong with a ghost, in a few words. */
export const ghostState = ({ wasThere }: Pick<GhostField, 'wasThere'>): string =>
  wasThere ? 'no longer in the schema' : 'not in the schema';
