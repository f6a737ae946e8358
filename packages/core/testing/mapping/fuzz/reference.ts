import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';
import type jsonata from 'jsonata';
import { knownDifferences } from './known-differences.ts';

type Reference = typeof jsonata;

/** The instant of `$now` and `$millis`, from which dates without a year are completed too. */
export const fuzzNow = Date.UTC(2026, 10, 23, 14, 30, 15, 250);

const source = readFileSync(createRequire(import.meta.url).resolve('jsonata'), 'utf8');

/**
 * The reference implementation with a clock that stands still. With `mended`, all known differences are patched in its
 * text.
 * @throws Error if the text to change is missing, because it is another version of the reference. Check the change
 * again then.
 */
export function loadReference(version: 'original' | 'mended'): Reference {
  const mends = knownDifferences.filter(({ isUnavoidable }) => version === 'mended' || isUnavoidable === true);
  let text = replaceAll(source, 'timestamp = new Date();', `timestamp = new Date(${fuzzNow});`);
  for (const { find, replace } of mends) text = replaceAll(text, find, replace);
  const module = { exports: {} };
  const load = compileFunction(text, ['module', 'exports']);
  load(module, module.exports);
  return module.exports as Reference;
}

function replaceAll(text: string, find: string, replacement: string): string {
  if (!text.includes(find)) throw new Error(`The reference holds no "${find}".`);
  return text.replaceAll(find, () => replacement);
}
