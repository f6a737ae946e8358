import type { ReactNode } from 'react';

interface PaneHeadProps {
  readonly title: string;
  readonly kind: 'source' | 'target';
  readonly children: ReactNode;
}

/** What a tree shows, and its search. */
export const PaneHead = ({ title, kind, children }: PaneHeadProps) => (
  <div className="flex h-10 shrink-0 items-center gap-1.5 border-b border-line px-3">
    <h2 className="min-w-0 flex-1 truncate font-semibold" title={title}>
      {title}
      <span className="sr-only"> {kind}</span>
    </h2>
    {children}
  </div>
);
