import { useContext } from 'react';
import { Panel } from '#ui/panel.tsx';
import { TimeZoneContext } from '#ui/relative-time.tsx';
import type { Outputs } from '../workspace/trpc.ts';

type Hour = Outputs['overview']['figures']['activity'][number];

const height = 96;
const gap = 3;

/**
 * Live runs per hour over the last day, stacked into succeeded, failed and others; the same figures as a table for
 * screen readers.
 */
export const ActivityChart = ({ hours }: { readonly hours: readonly Hour[] }) => {
  const timeZone = useContext(TimeZoneContext);
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
  const most = Math.max(1, ...hours.map(totalOf));
  const sum = hours.reduce((total, hour) => total + totalOf(hour), 0);
  return (
    <Panel
      title="Runs in the last 24 hours"
      actions={
        <span className="flex items-center gap-3 text-small text-muted">
          <Key className="bg-live" word="succeeded" />
          <Key className="bg-failed" word="failed" />
          <Key className="bg-waiting" word="other" />
        </span>
      }
    >
      <svg
        viewBox={`0 0 ${hours.length * 20} ${height}`}
        preserveAspectRatio="none"
        aria-hidden
        className="h-24 w-full"
      >
        {hours.map((hour, index) => (
          <g key={hour.at.getTime()}>
            <title>{`${clock.format(hour.at)}: ${totalOf(hour)} runs, ${hour.failed} failed`}</title>
            <rect x={index * 20} y={0} width={20} height={height} className="fill-transparent" />
            <rect x={index * 20 + gap / 2} y={height - 1} width={20 - gap} height={1} className="fill-line-strong" />
            <Stack hour={hour} x={index * 20 + gap / 2} scale={(height - 4) / most} />
          </g>
        ))}
      </svg>
      <div aria-hidden className="mt-1 flex justify-between text-caps text-muted">
        {hours
          .filter((_, index) => index % 6 === 0)
          .map(({ at }) => (
            <span key={at.getTime()}>{clock.format(at)}</span>
          ))}
        <span>now</span>
      </div>
      <p className="sr-only">
        {sum} runs in the last 24 hours, {hours.reduce((total, { failed }) => total + failed, 0)} of them failed.
      </p>
    </Panel>
  );
};

interface StackProps {
  readonly hour: Hour;
  readonly x: number;
  /** Height units per run. */
  readonly scale: number;
}

const Stack = ({ hour, x, scale }: StackProps) => {
  const parts = [
    { count: hour.succeeded, className: 'fill-live' },
    { count: hour.other, className: 'fill-waiting' },
    { count: hour.failed, className: 'fill-failed' },
  ];
  let bottom = height;
  return parts.map(({ count, className }) => {
    bottom -= count * scale;
    return count === 0 ? null : (
      <rect key={className} x={x} y={bottom} width={20 - gap} height={count * scale} className={className} />
    );
  });
};

const totalOf = ({ succeeded, failed, other }: Hour): number => succeeded + failed + other;

const Key = ({ className, word }: { readonly className: string; readonly word: string }) => (
  <span className="flex items-center gap-1">
    <span aria-hidden className={`size-2 rounded-sm ${className}`} />
    {word}
  </span>
);
