'use client';
import { GitPullRequestArrow } from 'lucide-react';
import { PageHeader } from '#ui/page-header.tsx';
import { EmptyState } from '#ui/states.tsx';

export const ChangesPage = () => (
  <>
    <PageHeader title="Changes" />
    <EmptyState icon={<GitPullRequestArrow aria-hidden />} title="No changes yet">
      A change is a set of drafts that another person reviews.
    </EmptyState>
  </>
);
