'use client';
import { startTransition, useEffect, useState } from 'react';

/**
 * The value as it was in the last frame that was painted. What takes long and only follows from an edit is computed from
 * it, because a deferred value of React may be rendered before the edit itself is painted.
 */
export const useAfterFrame = <Value>(value: Value): Value => {
  const [painted, setPainted] = useState(value);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow = () => startTransition(() => setPainted(() => value));
    // A page in the background paints nothing.
    const frame = document.hidden ? undefined : requestAnimationFrame(() => (timer = setTimeout(follow)));
    if (frame === undefined) timer = setTimeout(follow);
    return () => {
      if (frame !== undefined) cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [value]);
  return painted;
};
