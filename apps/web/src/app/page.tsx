import { redirect } from 'next/navigation';
import { readSession } from '#server/workspace/read-session.ts';

const RootPage = async () => {
  const { membership } = await readSession('/');
  redirect(
    `/${membership.environments.find(({ kind }) => kind === 'test')?.key ?? membership.environments[0]?.key ?? ''}`,
  );
};

export default RootPage;
