'use client';
import { useEffect, useState } from 'react';

/**
 * The value once it has not changed for a moment, because computations on a long text must not slow down typing. Without
 * a delay, it is the value itself.
 */
export const useSettled = <Value>(value: Value, delayMs: number): Value => {
  const [settled, setSettled] = useState(value);
  const isAtOnce = delayMs === 0;
  // What is typed next waits, and this is what it is compared with until then.
  if (isAtOnce && settled !== value) setSettled(value);
  useEffect(() => {
    if (isAtOnce) return undefined;
    const timer = setTimeout(() => setSettled(value), delayMs);
    return () => clearTimeout(timer);
  }, [value, delayMs, isAtOnce]);
  return isAtOnce ? value : settled;
};
