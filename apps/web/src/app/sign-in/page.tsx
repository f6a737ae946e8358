import type { Metadata } from 'next';
import { SignInPage } from '#features/sign-in/sign-in-page.tsx';
import { safePath } from '#features/sign-in/safe-path.ts';
import { webEnv } from '#server/env.ts';

export const metadata: Metadata = { title: 'Sign in' };

interface SignInProps {
  readonly searchParams: Promise<{ readonly next?: string | string[] }>;
}

const SignIn = async ({ searchParams }: SignInProps) => {
  const { next } = await searchParams;
  return <SignInPage next={safePath(next)} isDemo={webEnv().isDemo} />;
};

export default SignIn;
