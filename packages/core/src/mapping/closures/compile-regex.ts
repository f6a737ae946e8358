import { regexCallable } from '../engine/regex-callable.ts';
import { compileSafeRegex } from '../engine/safe-regex.ts';
import type { KindCompiler } from './closure.ts';

export const compileRegex: KindCompiler<'regex'> = ({ pattern, flags }) => {
  return () => regexCallable(compileSafeRegex(pattern, flags));
};
