'use client';
import { createContext, useContext, type ReactNode } from 'react';

const NonceContext = createContext('');

/** The nonce of this page's content security policy, for editors that write style elements. */
export const useNonce = (): string => useContext(NonceContext);

interface NonceProviderProps {
  readonly nonce: string;
  readonly children: ReactNode;
}

export const NonceProvider = ({ nonce, children }: NonceProviderProps) => {
  // Radix's scroll lock looks here for the nonce of the style element that it adds while a dialog is open.
  if (typeof window !== 'undefined') Object.assign(window, { __webpack_nonce__: nonce });
  return <NonceContext value={nonce}>{children}</NonceContext>;
};
