'use client';
import { Settings } from 'lucide-react';
import { PageHeader } from '#ui/page-header.tsx';
import { EmptyState } from '#ui/states.tsx';

export const SettingsPage = () => (
  <>
    <PageHeader title="Settings" />
    <EmptyState icon={<Settings aria-hidden />} title="Settings">
      People, environments, audit log and appearance.
    </EmptyState>
  </>
);
