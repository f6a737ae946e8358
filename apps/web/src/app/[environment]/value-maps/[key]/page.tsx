import type { Metadata } from 'next';
import { ValueMapPage } from '#features/value-map/value-map-page.tsx';

interface PageProps {
  readonly params: Promise<{ readonly key: string }>;
}

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => ({ title: (await params).key });

const Page = async ({ params }: PageProps) => <ValueMapPage valueMapKey={(await params).key} />;

export default Page;
