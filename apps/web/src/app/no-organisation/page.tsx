import { Building2 } from 'lucide-react';
import { EmptyState } from '#ui/states.tsx';

const NoOrganisation = () => (
  <main className="grid min-h-dvh place-items-center">
    <EmptyState icon={<Building2 aria-hidden />} title="You belong to no organisation yet">
      Ask an administrator to add you, then load this page again.
    </EmptyState>
  </main>
);

export default NoOrganisation;
