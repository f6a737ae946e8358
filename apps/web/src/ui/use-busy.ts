'use client';
import { useState } from 'react';

/** Whether work is under way that a button has begun, and how to begin it. */
export const useBusy = () => {
  const [isBusy, setIsBusy] = useState(false);
  const run = async (work: () => Promise<unknown>) => {
    setIsBusy(true);
    await work();
    setIsBusy(false);
  };
  return [isBusy, run] as const;
};
