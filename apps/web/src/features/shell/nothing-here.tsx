'use client';
import Link from 'next/link';
import { Compass } from 'lucide-react';
import { buttonClasses } from '#ui/button.tsx';
import { EmptyState } from '#ui/states.tsx';

/** What an address shows at which there is nothing. `href` is the overview's address. */
export const NothingHere = ({ href }: { readonly href: string }) => (
  <EmptyState
    icon={<Compass aria-hidden />}
    title="There is nothing at this address"
    action={
      <Link href={href} className={buttonClasses({ variant: 'primary' })}>
        Go to the overview
      </Link>
    }
  >
    It may have been renamed or archived, or it belongs to another environment.
  </EmptyState>
);
