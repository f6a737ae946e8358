/** True if the first names of a path are those of another one. */
export const startsWith = (path: readonly string[], start: readonly string[]): boolean =>
  start.every((name, index) => path[index] === name);
