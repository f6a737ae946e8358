import { regexCallable } from '../engine/regex-callable.ts';
import type { KindCompiler } from './closure.ts';

export const compileRegex: KindCompiler<'regex'> = ({ pattern, flags }) => {
  const prepared = new RegExp(pattern, `${flags}g`);
  return () => regexCallable(new RegExp(prepared));
};
