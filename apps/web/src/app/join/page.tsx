import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { JoinPage } from '#features/join/join-page.tsx';
import { createContext } from '#server/trpc/create-context.ts';

export const metadata: Metadata = { title: 'Join' };

const Join = async () => {
  const { person } = await createContext(await headers());
  return <JoinPage signedInAs={person?.email} />;
};

export default Join;
