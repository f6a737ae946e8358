'use client';
import { Activity } from 'lucide-react';
import { PageHeader } from '#ui/page-header.tsx';
import { EmptyState } from '#ui/states.tsx';

export const RunsPage = () => (
  <>
    <PageHeader title="Runs" />
    <EmptyState icon={<Activity aria-hidden />} title="No runs yet">
      A run is one execution of a published flow.
    </EmptyState>
  </>
);
