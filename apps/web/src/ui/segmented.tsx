'use client';
import type { ReactNode } from 'react';
import { ToggleGroup } from 'radix-ui';

export interface Segment {
  readonly value: string;
  readonly label: string;
  readonly count?: number | undefined;
  readonly icon?: ReactNode;
}

interface SegmentedProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly segments: readonly Segment[];
}

/** Switches between a few views of the same list. */
export const Segmented = ({ label, value, onChange, segments }: SegmentedProps) => (
  <ToggleGroup.Root
    type="single"
    aria-label={label}
    value={value}
    onValueChange={(next) => {
      if (next !== '') onChange(next);
    }}
    className="inline-flex max-w-full self-start overflow-x-auto rounded-md border border-line-strong bg-raised p-0.5"
  >
    {segments.map((segment) => (
      <ToggleGroup.Item
        key={segment.value}
        value={segment.value}
        className="flex h-5.5 shrink-0 items-center gap-1.5 rounded-sm px-2 font-medium text-muted transition-colors hover:text-text data-[state=on]:bg-accent-soft data-[state=on]:text-accent-strong [&_svg]:size-3.5"
      >
        {segment.icon}
        {segment.label}
        {segment.count !== undefined && <span className="text-small font-normal">{segment.count}</span>}
      </ToggleGroup.Item>
    ))}
  </ToggleGroup.Root>
);
