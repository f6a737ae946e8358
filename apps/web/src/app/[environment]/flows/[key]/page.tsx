import type { Metadata } from 'next';
import { DesignerPage } from '#features/designer/designer-page.tsx';

interface PageProps {
  readonly params: Promise<{ readonly key: string }>;
}

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => ({ title: (await params).key });

const Page = async ({ params }: PageProps) => <DesignerPage flowKey={(await params).key} />;

export default Page;
