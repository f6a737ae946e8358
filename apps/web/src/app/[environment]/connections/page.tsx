import type { Metadata } from 'next';
import { ConnectionsPage } from '#features/connections/connections-page.tsx';

export const metadata: Metadata = { title: 'Connections' };

const Page = () => <ConnectionsPage />;

export default Page;
