import type { Metadata } from 'next';
import { SettingsPage } from '#features/settings/settings-page.tsx';

export const metadata: Metadata = { title: 'Settings' };

const Page = () => <SettingsPage section="people" />;

export default Page;
