'use client';
import { Plug } from 'lucide-react';
import { PageHeader } from '#ui/page-header.tsx';
import { EmptyState } from '#ui/states.tsx';

export const ConnectionsPage = () => (
  <>
    <PageHeader title="Connections" />
    <EmptyState icon={<Plug aria-hidden />} title="No connections yet">
      A connection is one configured account of a system in this environment.
    </EmptyState>
  </>
);
