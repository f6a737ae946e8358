import type { PathSegment } from '../analysis/source-path.ts';

/** The names on a path, from the outermost field inwards. */
export const namesOf = (path: readonly PathSegment[]): string[] =>
  path.flatMap((segment) => (segment.kind === 'name' ? [segment.name] : []));
