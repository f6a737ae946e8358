/**
 * Loaded before a program with `node --import`. For each import, Node reads the description of a package again: to find
 * the file that is meant, and to learn its format. Some of them are long (Drizzle's has 180 KB), and this took half of the
 * time in which a worker starts. Files of one folder with the same ending have the same format, and what a package
 * imports by one name is always the same file, so that one answer of Node serves for all of them.
 */
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { dirname, extname } from 'node:path/posix';

interface Resolved {
  readonly url: string;
  readonly format?: string | null | undefined;
}

/** Formats by folder and ending. */
const formats = new Map<string, string>();
/** Files by the name in the import, the conditions, and the folder of the importing package. */
const named = new Map<string, Resolved>();
/** Folder of the package that a folder belongs to. */
const packages = new Map<string, string>();

registerHooks({
  resolve(specifier, context, nextResolve) {
    const { parentURL } = context;
    if (parentURL?.startsWith('file:') !== true) return nextResolve(specifier, context);
    if (specifier.startsWith('.')) {
      const { href } = new URL(specifier, parentURL);
      const format = formats.get(kindOf(href));
      if (format !== undefined) return { url: href, format, shortCircuit: true };
      const resolved = nextResolve(specifier, context);
      // Without an ending, Node may have chosen one.
      if (typeof resolved.format === 'string' && resolved.url === href) formats.set(kindOf(href), resolved.format);
      return resolved;
    }
    const key = [specifier, packageOf(dirname(parentURL)), ...context.conditions].join(' ');
    const known = named.get(key);
    if (known !== undefined) return { ...known, shortCircuit: true };
    const resolved = nextResolve(specifier, context);
    named.set(key, { url: resolved.url, format: resolved.format });
    return resolved;
  },
});

const kindOf = (url: string): string => `${dirname(url)} ${extname(url)}`;

function packageOf(folder: string): string {
  const known = packages.get(folder);
  if (known !== undefined) return known;
  const isPackage = folder === 'file://' || existsSync(new URL(`${folder}/package.json`));
  const found = isPackage ? folder : packageOf(dirname(folder));
  packages.set(folder, found);
  return found;
}
