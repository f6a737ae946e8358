import { cache } from 'react';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { createContext } from '../trpc/create-context.ts';

const readContext = cache(async () => createContext(await headers()));

/**
 * The signed-in person and their organisation, for pages. Everybody else is sent to the sign-in page, and back
 * afterwards.
 */
export const readSession = async (path: string) => {
  const { person, membership } = await readContext();
  if (person === undefined) redirect(path === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`);
  if (membership === undefined) redirect('/no-organisation');
  return { person, membership };
};
