'use client';
import { Boxes } from 'lucide-react';
import { PageHeader } from '#ui/page-header.tsx';
import { EmptyState } from '#ui/states.tsx';

export const ModelPage = () => (
  <>
    <PageHeader title="Model" />
    <EmptyState icon={<Boxes aria-hidden />} title="No entities">
      Canonical entities describe what your systems have in common.
    </EmptyState>
  </>
);
