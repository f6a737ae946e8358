import { CircleAlert, TriangleAlert } from 'lucide-react';

/** Tells an error from a warning in front of a problem's message. */
export const SeverityIcon = ({ severity }: { readonly severity: 'error' | 'warning' }) =>
  severity === 'error' ? (
    <CircleAlert role="img" aria-label="Error" className="mt-0.5 size-4 shrink-0 text-failed" />
  ) : (
    <TriangleAlert role="img" aria-label="Warning" className="mt-0.5 size-4 shrink-0 text-review" />
  );
