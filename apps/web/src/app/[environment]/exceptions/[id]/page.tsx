import type { Metadata } from 'next';
import { ExceptionPage } from '#features/exceptions/detail/exception-page.tsx';

export const metadata: Metadata = { title: 'Exception' };

interface PageProps {
  readonly params: Promise<{ readonly id: string }>;
}

const Page = async ({ params }: PageProps) => <ExceptionPage exceptionId={(await params).id} />;

export default Page;
