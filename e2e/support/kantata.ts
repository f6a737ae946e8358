import { kantataUrl } from './product-address.ts';

/** Kantata's envelope: `results` gives order and identity, and the records are in collections by id. */
export type KantataEnvelope = {
  readonly count: number;
  readonly results: readonly { readonly key: string; readonly id: string }[];
} & Readonly<Record<string, unknown>>;

export type KantataRecord = Readonly<Record<string, unknown>> & { readonly id: string };

/** GET as plain HTTP with the bearer token; returns the records of the main collection in order. */
export async function readKantata(path: string): Promise<KantataRecord[]> {
  const response = await fetch(`${kantataUrl}/api/v1/${path}`, {
    headers: { authorization: 'Bearer sandbox-kantata-token' },
  });
  if (!response.ok) throw new Error(`Kantata answered ${response.status} to ${path}: ${await response.text()}`);
  const envelope = (await response.json()) as KantataEnvelope;
  return envelope.results.map(({ key, id }) => (envelope[key] as Record<string, KantataRecord>)[id] as KantataRecord);
}
