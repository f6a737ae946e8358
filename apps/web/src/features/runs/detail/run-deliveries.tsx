import { PackageOpen } from 'lucide-react';
import { EmptyState } from '#ui/states.tsx';
import { DeliveryList } from './delivery-list.tsx';
import type { RunDetail } from './run-detail.ts';

export const RunDeliveries = ({ run }: { readonly run: RunDetail }) =>
  run.deliveries.length === 0 ? (
    <EmptyState icon={<PackageOpen aria-hidden />} title="Nothing was written">
      {run.mode === 'test'
        ? 'A test run writes nothing: its steps show what they would have done.'
        : 'No record in any system was created or changed by this run.'}
    </EmptyState>
  ) : (
    <DeliveryList deliveries={run.deliveries} />
  );
