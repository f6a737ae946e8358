'use client';
import { useEffect, useState } from 'react';
import type { FunctionHelp } from './function-help.ts';

/** What is known about functions is loaded when it is first needed, because it brings the functions along. */
export const useFunctionHelp = (): readonly FunctionHelp[] => {
  const [help, setHelp] = useState<readonly FunctionHelp[]>([]);
  useEffect(() => {
    let isStale = false;
    void import('./function-help.ts').then(({ functionHelp }) => {
      if (!isStale) setHelp(functionHelp);
    });
    return () => {
      isStale = true;
    };
  }, []);
  return help;
};
