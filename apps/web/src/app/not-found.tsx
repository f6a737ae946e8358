import Link from 'next/link';
import { Compass } from 'lucide-react';
import { EmptyState } from '#ui/states.tsx';
import { buttonClasses } from '#ui/button.tsx';

const NotFound = () => (
  <main className="grid min-h-[60vh] place-items-center">
    <EmptyState
      icon={<Compass aria-hidden />}
      title="There is nothing at this address"
      action={
        <Link href="/" className={buttonClasses({ variant: 'primary' })}>
          Go to the overview
        </Link>
      }
    >
      It may have been renamed or archived, or it belongs to another environment.
    </EmptyState>
  </main>
);

export default NotFound;
