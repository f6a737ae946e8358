import { rm } from 'node:fs/promises';

/** Removes the data folder of the product under test, unless it was given from outside. */
export default async function removeState(): Promise<void> {
  const stateDir = process.env['THROUGHLINE_E2E_DATA_DIR'];
  if (stateDir?.includes('throughline-e2e-')) await rm(stateDir, { recursive: true, force: true });
}
