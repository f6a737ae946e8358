import type { Metadata } from 'next';
import { TracePage } from '#features/runs/trace/trace-page.tsx';

export const metadata: Metadata = { title: 'Trace' };

interface PageProps {
  readonly params: Promise<{ readonly key: string }>;
}

const Page = async ({ params }: PageProps) => <TracePage businessKey={decodeURIComponent((await params).key)} />;

export default Page;
