import type { ReactNode } from 'react';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { Shell } from '#features/shell/shell.tsx';
import { webEnv } from '#server/env.ts';
import { readSession } from '#server/workspace/read-session.ts';

interface EnvironmentLayoutProps {
  readonly children: ReactNode;
  readonly params: Promise<{ readonly environment: string }>;
}

const EnvironmentLayout = async ({ children, params }: EnvironmentLayoutProps) => {
  const { environment: key } = await params;
  // No environment can have these names; whoever asks for such an address need not sign in to hear that it is wrong.
  if (key === 'api' || key.startsWith('.')) notFound();
  const { person, membership } = await readSession((await headers()).get('x-path') ?? `/${key}`);
  const environment = membership.environments.find((each) => each.key === key);
  if (environment === undefined) notFound();
  return <Shell workspace={{ ...membership, person, environment, hooksUrl: webEnv().hooksUrl }}>{children}</Shell>;
};

export default EnvironmentLayout;
