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
  /** Milliseconds that each may take. */
  readonly deadlineMs: number;
}

export const allBombs: readonly BombGroup[] = [
  { name: 'long lists', bombs: listBombs, deadlineMs: 300 },
  { name: 'long texts', bombs: textBombs, deadlineMs: 300 },
  { name: 'regular expressions', bombs: regexBombs, deadlineMs: 150 },
  { name: 'calls without end', bombs: callBombs, deadlineMs: 150 },
  { name: 'shared and deep values', bombs: sharedBombs, deadlineMs: 150 },
  { name: 'texts of mappings', bombs: syntaxBombs, deadlineMs: 150 },
  { name: 'escapes', bombs: escapeBombs, deadlineMs: 150 },
  { name: 'long work in long loops', bombs: loopBombs, deadlineMs: 40 },
];
