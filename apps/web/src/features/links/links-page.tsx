'use client';
import { Link2 } from 'lucide-react';
import { PageHeader } from '#ui/page-header.tsx';
import { EmptyState } from '#ui/states.tsx';

export const LinksPage = () => (
  <>
    <PageHeader title="Links" />
    <EmptyState icon={<Link2 aria-hidden />} title="No links yet">
      Links tie a record of one system to the same thing in the others.
    </EmptyState>
  </>
);
