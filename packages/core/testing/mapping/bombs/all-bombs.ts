import type { Bomb } from './bomb.ts';
import { callBombs } from './call-bombs.ts';
import { escapeBombs } from './escape-bombs.ts';
import { listBombs } from './list-bombs.ts';
import { loopBombs } from './loop-bombs.ts';
import { regexBombs } from './regex-bombs.ts';
import { sharedBombs } from './shared-bombs.ts';
import { syntaxBombs } from './syntax-bombs.ts';
import { textBombs } from './text-bombs.ts';

export interface BombGroup {
  readonly name: string;
  readonly bombs: readonly Bomb[];
  /** The most steps that each may take. */
  readonly maxTicks: number;
}

export const allBombs: readonly BombGroup[] = [
  { name: 'long lists', bombs: listBombs, maxTicks: 100_000 },
  { name: 'long texts', bombs: textBombs, maxTicks: 100_000 },
  { name: 'regular expressions', bombs: regexBombs, maxTicks: 100_000 },
  { name: 'calls without end', bombs: callBombs, maxTicks: 100_000 },
  { name: 'shared and deep values', bombs: sharedBombs, maxTicks: 100_000 },
  { name: 'texts of mappings', bombs: syntaxBombs, maxTicks: 100_000 },
  { name: 'escapes', bombs: escapeBombs, maxTicks: 100_000 },
  { name: 'long work in long loops', bombs: loopBombs, maxTicks: 100_000 },
];
