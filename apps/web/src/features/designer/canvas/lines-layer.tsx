'use client';
import { memo, useMemo } from 'react';
import { ViewportPortal } from '@xyflow/react';
import { Repeat } from 'lucide-react';
import { classNames } from '#ui/class-names.ts';
import { boxAround } from '../layout/box-around.ts';
import type { FlowLayout } from '../layout/geometry.ts';
import { roundedPath } from '../layout/rounded-path.ts';
import { isInArea, useVisibleArea } from './use-visible-area.ts';

/**
 * Frames, lines and labels below the steps, in flow coordinates. It is one SVG with a path per tone instead of an
 * element per edge, because the lines of a flow follow from its structure and cannot be selected.
 */
interface LinesLayerProps extends Pick<FlowLayout, 'frames' | 'lines' | 'labels'> {
  readonly width: number;
  readonly height: number;
}

export const LinesLayer = memo(({ frames, lines, labels, width, height }: LinesLayerProps) => {
  const area = useVisibleArea();
  const paths = useMemo(() => {
    const visible = lines.filter(({ points }) => isInArea(area, boxAround(points)));
    return { flow: pathOf(visible, 'flow'), error: pathOf(visible, 'error'), arrows: arrowsOf(visible) };
  }, [lines, area]);
  return (
    <ViewportPortal>
      <div aria-hidden className="pointer-events-none absolute top-0 left-0" style={{ zIndex: -1 }}>
        {frames
          .filter((frame) => isInArea(area, frame))
          .map(({ id, type, x, y, width, height }) => (
            <div
              key={id}
              className={classNames(
                'absolute rounded-xl border border-dashed',
                type === 'each' ? 'border-line-strong bg-sunken/60' : 'border-failed/40 bg-failed-soft/40',
              )}
              style={{ transform: `translate(${x}px, ${y}px)`, width, height }}
            >
              {type === 'each' && (
                <span className="absolute right-2 bottom-1.5 flex items-center gap-1 text-caps text-muted">
                  <Repeat className="size-3" />
                  next item
                </span>
              )}
            </div>
          ))}
        <svg className="absolute top-0 left-0 overflow-visible" width={width} height={height}>
          <path d={paths.flow} fill="none" stroke="var(--line-strong)" strokeWidth={1.5} />
          <path d={paths.error} fill="none" stroke="var(--failed)" strokeWidth={1.5} strokeDasharray="4 4" />
          <path d={paths.arrows} fill="var(--failed)" />
        </svg>
        {labels
          .filter((label) => isInArea(area, label))
          .map(({ id, tone, text, x, y }) => (
            <span
              key={id}
              className={classNames(
                'absolute flex h-6 max-w-56 -translate-x-1/2 items-center truncate rounded-full border px-2.5 text-small font-medium',
                tone === 'error' ? 'border-failed/40 bg-raised text-failed' : 'border-line bg-raised text-text',
              )}
              style={{ left: x, top: y }}
            >
              {text}
            </span>
          ))}
      </div>
    </ViewportPortal>
  );
});

const pathOf = (lines: FlowLayout['lines'], tone: 'flow' | 'error'): string =>
  lines
    .filter((line) => line.tone === tone)
    .map(({ points }) => roundedPath(points))
    .join('');

/** The head of each line of an error route, pointing down to where it leads. */
const arrowsOf = (lines: FlowLayout['lines']): string =>
  lines
    .filter(({ tone, id }) => tone === 'error' && (id.endsWith('/error') || id.endsWith('/rejoin')))
    .flatMap(({ points }) => points.slice(-1))
    .map(({ x, y }) => `M${x - 4} ${y - 7}L${x + 4} ${y - 7}L${x} ${y}Z`)
    .join('');
