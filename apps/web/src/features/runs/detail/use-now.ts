'use client';
import { useEffect, useState } from 'react';

const tickMs = 500;

/** The current time, updated while `isMoving`. */
export const useNow = (isMoving: boolean): number => {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    if (!isMoving) return;
    const timer = setInterval(() => setNowMs(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, [isMoving]);
  return nowMs;
};
