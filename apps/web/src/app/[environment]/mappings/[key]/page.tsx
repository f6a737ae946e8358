import type { Metadata } from 'next';
import { MapperPage } from '#features/mapper/mapper-page.tsx';

interface PageProps {
  readonly params: Promise<{ readonly key: string }>;
}

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => ({ title: (await params).key });

const Page = async ({ params }: PageProps) => <MapperPage mappingKey={(await params).key} />;

export default Page;
