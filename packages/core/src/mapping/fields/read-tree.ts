import { ErrorList } from '../syntax/error-list.ts';
import { parseTree } from '../syntax/parse-tree.ts';
import type { SyntaxTree } from '../syntax/syntax-node.ts';
import { forRecentTexts } from './for-recent-texts.ts';

/** The syntax tree of a text, with or without errors. */
export const readTree: (text: string) => SyntaxTree = forRecentTexts((text) => parseTree(text, new ErrorList()));
