import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ChangePage } from '#features/changes/detail/change-page.tsx';

interface PageProps {
  readonly params: Promise<{ readonly number: string }>;
}

export const generateMetadata = async ({ params }: PageProps): Promise<Metadata> => ({
  title: `Change ${(await params).number}`,
});

const Page = async ({ params }: PageProps) => {
  const number = Number((await params).number);
  if (!Number.isInteger(number) || number < 1) notFound();
  return <ChangePage number={number} />;
};

export default Page;
