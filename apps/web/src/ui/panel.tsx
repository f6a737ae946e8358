import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

interface PanelProps {
  readonly title?: ReactNode;
  readonly actions?: ReactNode;
  readonly className?: string;
  /** True removes the inner padding, for tables and lists. */
  readonly isFlush?: boolean;
  readonly children: ReactNode;
}

/** A bordered part of a page with its own heading. */
export const Panel = ({ title, actions, className, isFlush = false, children }: PanelProps) => (
  <section className={classNames('min-w-0 rounded-lg border border-line bg-raised', className)}>
    {(title !== undefined || actions !== undefined) && (
      <div className="flex min-h-10 items-center gap-2 border-b border-line px-4 py-1.5">
        <h2 className="flex-1 font-semibold">{title}</h2>
        {actions}
      </div>
    )}
    <div className={isFlush ? '' : 'p-4'}>{children}</div>
  </section>
);
