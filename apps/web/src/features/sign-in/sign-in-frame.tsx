import type { ReactNode } from 'react';
import { LogoMark } from '../shell/logo.tsx';

/** The frame of all pages before sign-in: one card in the middle. */
export const SignInFrame = ({ children }: { readonly children: ReactNode }) => (
  <main className="grid min-h-dvh place-items-center bg-sunken p-4">
    <div className="w-full max-w-sm">
      <div className="mb-6 flex flex-col items-center gap-3 text-center">
        <LogoMark className="size-10" />
        <div>
          <h1 className="text-display font-semibold tracking-tight">Throughline</h1>
          <p className="text-muted">One line of truth from closed-won to cash</p>
        </div>
      </div>
      <div className="rounded-lg border border-line bg-raised p-5 shadow-float">{children}</div>
    </div>
  </main>
);
