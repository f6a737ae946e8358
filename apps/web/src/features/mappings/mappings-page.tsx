'use client';
import { ArrowLeftRight } from 'lucide-react';
import { PageHeader } from '#ui/page-header.tsx';
import { EmptyState } from '#ui/states.tsx';

export const MappingsPage = () => (
  <>
    <PageHeader title="Mappings" />
    <EmptyState icon={<ArrowLeftRight aria-hidden />} title="No mappings yet">
      A mapping builds one shape from another.
    </EmptyState>
  </>
);
