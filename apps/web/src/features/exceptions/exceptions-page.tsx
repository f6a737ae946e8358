'use client';
import { TriangleAlert } from 'lucide-react';
import { PageHeader } from '#ui/page-header.tsx';
import { EmptyState } from '#ui/states.tsx';

export const ExceptionsPage = () => (
  <>
    <PageHeader title="Exceptions" />
    <EmptyState icon={<TriangleAlert aria-hidden />} title="Nothing is stuck">
      Records that stop with a problem wait here for somebody.
    </EmptyState>
  </>
);
