import type { Metadata } from 'next';
import { SettingsPage } from '#features/settings/settings-page.tsx';

export const metadata: Metadata = { title: 'Settings' };

interface PageProps {
  readonly params: Promise<{ readonly section: string }>;
}

const Page = async ({ params }: PageProps) => <SettingsPage section={(await params).section} />;

export default Page;
