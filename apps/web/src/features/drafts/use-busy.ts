'use client';
import { useState } from 'react';

/** Another save may come first again; then the dialog shows that one. */
export const useBusy = () => {
  const [isBusy, setIsBusy] = useState(false);
  const run = async (work: () => Promise<unknown>) => {
    setIsBusy(true);
    await work();
    setIsBusy(false);
  };
  return [isBusy, run] as const;
};
