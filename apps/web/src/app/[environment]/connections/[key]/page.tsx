import type { Metadata } from 'next';
import { ConnectionPage } from '#features/connections/connection-page.tsx';

export const metadata: Metadata = { title: 'Connection' };

interface PageProps {
  readonly params: Promise<{ readonly key: string }>;
}

const Page = async ({ params }: PageProps) => <ConnectionPage connectionKey={(await params).key} />;

export default Page;
