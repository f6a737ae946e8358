'use client';
import { createContext, useContext, useEffect, useState } from 'react';
import { formatInstant, formatRelative } from './format-time.ts';
import { Tooltip } from './tooltip.tsx';

/** IANA name of the organisation's time zone, for every date on a screen. */
export const TimeZoneContext = createContext('UTC');

const refreshMs = 15_000;

/** How long ago, with the exact instant in the organisation's time zone on hover and for assistive technology. */
export const RelativeTime = ({ at }: { readonly at: Date }) => {
  const timeZone = useContext(TimeZoneContext);
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), refreshMs);
    return () => clearInterval(timer);
  }, []);
  const exact = formatInstant(at, timeZone);
  return (
    <Tooltip text={exact}>
      <time dateTime={at.toISOString()} suppressHydrationWarning className="relative z-1 whitespace-nowrap text-muted">
        {formatRelative(at, Math.max(nowMs, at.getTime()), timeZone)}
      </time>
    </Tooltip>
  );
};
