import type { ReactNode } from 'react';

/** Search and filters above a list. */
export const Toolbar = ({ children }: { readonly children: ReactNode }) => (
  <div className="flex flex-wrap items-center gap-2 px-4 pb-3 lg:px-6">{children}</div>
);

/** The card around a list. */
export const ListFrame = ({ children }: { readonly children: ReactNode }) => (
  <div className="mx-4 mb-6 overflow-hidden rounded-lg border border-line bg-raised lg:mx-6">{children}</div>
);
