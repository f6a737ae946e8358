'use client';
import { memo, useMemo } from 'react';
import { countText } from '#ui/count-text.ts';
import type { MapperCanvas } from '../use-mapper-canvas.ts';
import { LinesOverlay } from './lines-overlay.tsx';

type LinesPaneProps = Pick<MapperCanvas, 'trees' | 'lines' | 'picking' | 'highlight' | 'drag' | 'onSelectLine'> & {
  readonly isStale: boolean;
};

/** The space between the trees. */
export const LinesPane = memo(({ trees, lines, picking, highlight, drag, isStale, onSelectLine }: LinesPaneProps) => {
  const { source, target } = trees;
  const scrollers = useMemo(
    () => ({ source: source.fields.scroller, target: target.fields.scroller }),
    [source.fields.scroller, target.fields.scroller],
  );
  const count = lines.all.filter(({ kind }) => kind !== 'each').length;
  return (
    <div className="flex min-h-0 min-w-0 flex-col border-x border-line bg-surface max-lg:hidden">
      <p className="flex h-10 shrink-0 items-center justify-center border-b border-line text-small text-muted tabular-nums">
        {countText(count, 'line')}
      </p>
      <div className="relative min-h-0 flex-1">
        <LinesOverlay
          {...{ scrollers, isStale }}
          lines={lines.lines}
          nodes={lines.nodes}
          strong={highlight.lines}
          selected={picking.state.line}
          onSelect={onSelectLine}
          onPoint={(line) => highlight.point(line && { line: line.key })}
          dragLine={drag.line}
        />
      </div>
    </div>
  );
});
LinesPane.displayName = 'LinesPane';
