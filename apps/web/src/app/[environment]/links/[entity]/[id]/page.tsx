import type { Metadata } from 'next';
import { IdentityPage } from '#features/links/identity-page.tsx';

export const metadata: Metadata = { title: 'Link' };

interface PageProps {
  readonly params: Promise<{ readonly entity: string; readonly id: string }>;
}

const Page = async ({ params }: PageProps) => {
  const { entity, id } = await params;
  return <IdentityPage entity={decodeURIComponent(entity)} canonicalId={decodeURIComponent(id)} />;
};

export default Page;
