'use client';
import { useEffect, useRef, type RefObject } from 'react';
import { focusFirstField } from './focus-first-field.ts';
import { useFormContext } from './form-context.ts';

/** Scrolls to a field and focuses it when a problem leads there. */
export const useFocusedField = (pointer: string): RefObject<HTMLDivElement | null> => {
  const host = useRef<HTMLDivElement>(null);
  const { focusedField } = useFormContext();
  const isFocused = focusedField === pointer || focusedField?.startsWith(`${pointer}/`) === true;
  useEffect(() => {
    if (!isFocused || host.current === null) return;
    host.current.scrollIntoView({ block: 'center' });
    focusFirstField(host.current);
  }, [isFocused]);
  return host;
};
