import type { ReactNode } from 'react';
import Link from 'next/link';
import { ChevronRight } from 'lucide-react';

export interface Crumb {
  readonly label: string;
  readonly href: string;
}

interface PageHeaderProps {
  readonly title: ReactNode;
  readonly crumbs?: readonly Crumb[];
  /** A sentence or pills below the title. */
  readonly detail?: ReactNode;
  readonly actions?: ReactNode;
}

export const PageHeader = ({ title, crumbs = [], detail, actions }: PageHeaderProps) => (
  <header className="flex flex-wrap items-start wrap-anywhere gap-x-4 gap-y-2 px-4 pt-4 pb-3 lg:px-6">
    <div className="min-w-0 flex-1 basis-60">
      {crumbs.length > 0 && (
        <nav aria-label="Breadcrumb" className="mb-0.5 flex items-center gap-1 text-small text-muted">
          {crumbs.map((crumb) => (
            <span key={crumb.href} className="flex items-center gap-1">
              <Link href={crumb.href} className="rounded-sm hover:text-text hover:underline">
                {crumb.label}
              </Link>
              <ChevronRight aria-hidden className="size-3" />
            </span>
          ))}
        </nav>
      )}
      <h1 className="text-title font-semibold">{title}</h1>
      {detail !== undefined && (
        <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-muted">{detail}</div>
      )}
    </div>
    {actions !== undefined && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
  </header>
);
