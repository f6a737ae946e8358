'use client';
import { Workflow } from 'lucide-react';
import { PageHeader } from '#ui/page-header.tsx';
import { EmptyState } from '#ui/states.tsx';

export const FlowsPage = () => (
  <>
    <PageHeader title="Flows" />
    <EmptyState icon={<Workflow aria-hidden />} title="No flows yet">
      A flow says what happens when something changes in one of your systems.
    </EmptyState>
  </>
);
