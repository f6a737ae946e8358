import type { Metadata } from 'next';
import { RunPage } from '#features/runs/detail/run-page.tsx';

export const metadata: Metadata = { title: 'Run' };

interface PageProps {
  readonly params: Promise<{ readonly id: string }>;
}

const Page = async ({ params }: PageProps) => <RunPage runId={(await params).id} />;

export default Page;
