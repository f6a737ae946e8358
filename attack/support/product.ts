import { inject } from 'vitest';
import type { PersonName } from './people.ts';

/** The running product as an attacker's tools see it, plus what only a test may know: its database and its folder. */
export interface AttackedProduct {
  readonly webUrl: string;
  readonly runtimeUrl: string;
  readonly salesforceUrl: string;
  readonly netsuiteUrl: string;
  readonly kantataUrl: string;
  /** Signs in as a superuser. */
  readonly databaseUrl: string;
  readonly stateDir: string;
  /** The `cookie` header of everybody's session. An attack that ends sessions signs in separately. */
  readonly cookies: Readonly<Record<PersonName, string>>;
}

declare module 'vitest' {
  export interface ProvidedContext {
    attackedProduct: AttackedProduct;
  }
}

export const product = (): AttackedProduct => inject('attackedProduct');
