import type { ReactNode } from 'react';
import { CircleAlert, RotateCw } from 'lucide-react';
import { Button } from './button.tsx';

interface EmptyStateProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** Says that there is nothing here, why, and what to do about it. */
export const EmptyState = ({ icon, title, children, action }: EmptyStateProps) => (
  <div className="mx-auto flex max-w-md flex-col items-center gap-2 px-4 py-14 text-center">
    <span className="grid size-10 place-items-center rounded-lg border border-line bg-raised text-muted [&_svg]:size-5">
      {icon}
    </span>
    <h2 className="text-heading font-semibold">{title}</h2>
    {children !== undefined && <div className="text-muted">{children}</div>}
    {action !== undefined && <div className="mt-2 flex gap-2">{action}</div>}
  </div>
);

interface ErrorStateProps {
  /** One sentence about what went wrong. */
  readonly message: string;
  readonly code?: string | undefined;
  readonly onRetry?: (() => void) | undefined;
  readonly isRetrying?: boolean;
  /** Another way out than trying again. */
  readonly action?: ReactNode;
}

export const ErrorState = ({ message, code, onRetry, isRetrying = false, action }: ErrorStateProps) => (
  <div role="alert" className="mx-auto flex max-w-md flex-col items-center gap-2 px-4 py-14 text-center wrap-anywhere">
    <CircleAlert aria-hidden className="size-6 text-failed" />
    <p className="font-medium">{message}</p>
    {code !== undefined && <p className="font-mono text-code text-muted">{code}</p>}
    {onRetry !== undefined && (
      <Button icon={<RotateCw aria-hidden />} isBusy={isRetrying} onClick={onRetry}>
        Try again
      </Button>
    )}
    {action}
  </div>
);

/** Grey placeholder bars for rows; announced once as loading. */
export const LoadingRows = ({ rows = 8 }: { readonly rows?: number }) => (
  <output aria-label="Loading" className="flex flex-col">
    {Array.from({ length: rows }, (_, index) => (
      <span key={index} className="flex h-10 items-center gap-4 border-b border-line px-3">
        <span className="h-3 w-1/4 animate-pulse-soft rounded-sm bg-hover" />
        <span className="h-3 w-1/6 animate-pulse-soft rounded-sm bg-hover" />
        <span className="ml-auto h-3 w-16 animate-pulse-soft rounded-sm bg-hover" />
      </span>
    ))}
  </output>
);

/** A sentence in a coloured band, for something that a page must say before its content. */
export const Notice = ({
  tone,
  icon,
  children,
}: {
  readonly tone: 'info' | 'warn' | 'fail' | 'good';
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}) => (
  <div
    {...(tone === 'fail' ? { role: 'alert' } : {})}
    className={`flex items-start gap-2 rounded-md px-3 py-2 wrap-anywhere [&>svg]:mt-0.5 [&>svg]:size-4 [&>svg]:shrink-0 ${noticeLooks[tone]}`}
  >
    {icon}
    <div className="min-w-0 flex-1">{children}</div>
  </div>
);

const noticeLooks = {
  info: 'bg-accent-soft text-text',
  warn: 'bg-review-soft text-review',
  fail: 'bg-failed-soft text-failed',
  good: 'bg-live-soft text-live',
} as const;
