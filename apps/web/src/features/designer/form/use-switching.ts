'use client';
import { useRef } from 'react';
import type { FieldValue, FieldValueKind } from '@throughline/core/flow/field-value';
import { convertValue } from './convert-value.ts';

/** Switching to another kind and back restores the previous value, unless it was edited in between. */
export function useSwitching(value: FieldValue, onChange: (value: FieldValue) => void) {
  const left = useRef<{ readonly from: FieldValue; readonly to: FieldValue }>(undefined);
  return {
    /** `convert` is used for a value that is left for the first time. */
    to: (kind: FieldValueKind, convert = convertValue) => {
      if (kind === value.kind) return;
      const isUntouched = left.current?.to.kind === value.kind && left.current.to.value === value.value;
      const next = isUntouched && left.current?.from.kind === kind ? left.current.from : convert(value, kind);
      left.current = { from: value, to: next };
      onChange(next);
    },
  };
}
