/** The same glob as in the stand-in's faults: `*` matches any characters. */
export function matchesPath(path: string, glob: string): boolean {
  const pattern = glob
    .split('*')
    .map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join('.*');
  return new RegExp(`^${pattern}$`, 's').test(path);
}
