/** `@throughline/core/mapping/ghosts`: fields that a text uses although a shape lost them, and what may replace them. */
export { findGhosts } from './find-ghosts.ts';
export type { Ghost, GhostSide, Rename } from './ghost.ts';
export { proposeRenames, type RenameInput } from './propose-renames.ts';
export { usedPaths } from './used-paths.ts';
