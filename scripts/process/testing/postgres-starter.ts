/** Starts the bundled PostgreSQL in FAKE_DIR and keeps running. */
import { join } from 'node:path';
import { startLocalPostgres } from '@throughline/core/db/local-postgres/start-local-postgres';

const stateDir = process.env['FAKE_DIR'] ?? '';
const server = await startLocalPostgres({
  stateDir,
  port: Number.parseInt(process.env['FAKE_PORTS'] ?? '', 10),
  sharedDir: join(stateDir, 'shared'),
});
console.log('everything is up');
await server.ended;
