import { request } from 'node:https';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { findFreePort } from './kit/find-free-port.ts';
import { makeCertificate } from './kit/test-certificate.ts';
import { startSandbox } from './start-sandbox.ts';
import { systemIds } from './systems.ts';

test('starts every system on its own port, seeded and healthy', async () => {
  const sandbox = await startSandbox();
  try {
    const health = await Promise.all(
      systemIds.map(async (id) => await (await fetch(`${sandbox[id].url}/__health`)).json()),
    );
    expect(health).toEqual(systemIds.map((system) => ({ status: 'ok', system })));
    expect(new Set(systemIds.map((id) => sandbox[id].port)).size).toBe(systemIds.length);
    expect(sandbox.salesforce.context.state.collection('Account').size).toBe(40);
  } finally {
    await sandbox.close();
  }
});

test('serves https with a given key and certificate', async () => {
  const tls = makeCertificate();
  const sandbox = await startSandbox({ tls });
  try {
    const { port, url } = sandbox.salesforce;
    const status = await new Promise((resolve, reject) => {
      const call = request({ host: '127.0.0.1', port, path: '/__health', ca: tls.cert }, (response) =>
        resolve(response.statusCode),
      );
      call.once('error', reject).end();
    });
    expect([url, status]).toEqual([`https://127.0.0.1:${port}`, 200]);
  } finally {
    await sandbox.close();
  }
});

test('a taken port rejects, and frees what was already started', async () => {
  const blocker = createServer();
  await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve));
  const { port } = blocker.address() as AddressInfo;
  const salesforce = await findFreePort(port + 1, '127.0.0.1');
  await expect(startSandbox({ ports: { salesforce, kantata: port } })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  expect(await findFreePort(salesforce, '127.0.0.1')).toBe(salesforce);
  expect(await findFreePort(port, '127.0.0.1', [port + 1])).not.toBe(port);
  await new Promise((resolve) => blocker.close(resolve));
});

test('without seed every system starts empty', async () => {
  const sandbox = await startSandbox({ seed: false });
  try {
    expect(systemIds.map((id) => sandbox[id].snapshot().state.collections)).toEqual(systemIds.map(() => ({})));
  } finally {
    await sandbox.close();
  }
});
