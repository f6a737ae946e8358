/**
 * Claims the installation in FAKE_DIR, records whether it got it, and stays until it is stopped, so that its claim
 * holds.
 */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { claimInstallation } from '../starter-record.ts';

const folder = process.env['FAKE_DIR'] ?? '';
const other = await claimInstallation(folder);
const answer = other === undefined ? 'claimed' : 'refused';
appendFileSync(join(folder, 'notes'), `${process.env['FAKE_NAME'] ?? ''} ${answer} ${process.pid}\n`);
setInterval(() => undefined, 60_000);
