import type { Metadata } from 'next';
import { EntityPage } from '#features/model/entity-page.tsx';

interface PageProps {
  readonly params: Promise<{ readonly entity: string }>;
}

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => ({ title: (await params).entity });

const Page = async ({ params }: PageProps) => <EntityPage name={(await params).entity} />;

export default Page;
