'use client';
import { useContext } from 'react';
import { formatInstant } from './format-time.ts';
import { TimeZoneContext } from './relative-time.tsx';

/** The exact instant in the organisation's time zone, for times in the future. */
export const ExactTime = ({ at }: { readonly at: Date }) => {
  const timeZone = useContext(TimeZoneContext);
  return (
    <time dateTime={at.toISOString()} suppressHydrationWarning className="whitespace-nowrap">
      {formatInstant(at, timeZone)}
    </time>
  );
};
