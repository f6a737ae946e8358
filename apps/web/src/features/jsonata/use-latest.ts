'use client';
import { useLayoutEffect, useRef, type RefObject } from 'react';

/**
 * The value of the last render, for code that runs later, such as event handlers, timers and editors. Do not use it for
 * rendering.
 */
export const useLatest = <Value>(value: Value): RefObject<Value> => {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
};
