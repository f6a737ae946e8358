'use client';
import { useMemo } from 'react';
import type { ComboboxOption } from '#ui/matching-options.ts';
import { dataPaths } from './data-paths.ts';
import { useFormContext } from './form-context.ts';

/** Everything that the selected step can read, each with its type and a sample value if one is known. */
export const useDataOptions = (): readonly ComboboxOption[] => {
  const { scope, samples } = useFormContext();
  return useMemo(
    () =>
      dataPaths(scope, samples).map(({ path, names, type, sample, isAboutRun }) => ({
        value: path,
        names,
        detail: sample ?? type,
        hint: type,
        isMinor: isAboutRun,
      })),
    [scope, samples],
  );
};
