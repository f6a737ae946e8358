'use client';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { FlowDocument } from '@throughline/core/flow';
import { Button } from '#ui/button.tsx';
import { describePath } from './describe-path.ts';

interface ItemPagerProps {
  readonly flow: FlowDocument;
  readonly index: number;
  readonly count: number;
  readonly path: string;
  readonly onChange: (index: number) => void;
}

/** Leads through the items in which a step ran. */
export const ItemPager = ({ flow, index, count, path, onChange }: ItemPagerProps) => (
  <span className="ml-auto flex min-w-0 items-center gap-1 text-small text-muted">
    <Button
      variant="ghost"
      size="icon"
      aria-label="Previous item"
      disabled={index <= 0}
      icon={<ChevronLeft aria-hidden />}
      onClick={() => onChange(index - 1)}
    />
    <span className="truncate" title={describePath(path, flow.body)}>
      {describePath(path, flow.body)}
    </span>
    <span className="shrink-0 tabular-nums">
      {index + 1}/{count}
    </span>
    <Button
      variant="ghost"
      size="icon"
      aria-label="Next item"
      disabled={index >= count - 1}
      icon={<ChevronRight aria-hidden />}
      onClick={() => onChange(index + 1)}
    />
  </span>
);
