'use client';
import { Gauge } from 'lucide-react';
import { PageHeader } from '#ui/page-header.tsx';
import { EmptyState } from '#ui/states.tsx';

export const OverviewPage = () => (
  <>
    <PageHeader title="Overview" />
    <EmptyState icon={<Gauge aria-hidden />} title="Nothing has happened yet">
      Runs, exceptions and changes of this environment appear here.
    </EmptyState>
  </>
);
