import type { ObjectManifest } from '@throughline/core/connector/manifest';

/** Whether a new record can carry our external id. Where it cannot, only the ledger knows which record is ours. */
export const carriesReference = ({ identity }: ObjectManifest): boolean => identity.external !== undefined;
