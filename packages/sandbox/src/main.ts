import { readSandboxEnvironment } from './sandbox-environment.ts';
import type { SandboxEnvironment } from './sandbox-environment.ts';
import { org } from './salesforce/org.ts';
import { notifiedObjects } from './salesforce/events/publish-changes.ts';
import { startSandbox } from './start-sandbox.ts';
import type { RunningSandbox } from './start-sandbox.ts';
import { systemIds, systems } from './systems.ts';
import { subscribe } from './kit/webhook/subscriptions.ts';
import { findFreePort } from './kit/find-free-port.ts';

/** `npm run sandbox`: all stand-ins until SIGINT or SIGTERM. */
async function main(): Promise<void> {
  const environment = readSandboxEnvironment(process.env);
  const sandbox = await startSandbox({
    ports: await choosePorts(environment),
    controlKey: environment.controlKey,
    ...(environment.dataFile !== undefined && { dataFile: environment.dataFile }),
  });
  if (environment.webhookUrl !== undefined) {
    const events = notifiedObjects.map((name) => `${name}.*`);
    subscribe(sandbox.salesforce.context.state, {
      id: 'environment',
      url: environment.webhookUrl,
      secret: org.webhookSecret,
      events,
    });
  }
  stopOnSignal(sandbox);
  announce(sandbox, environment);
}

/** The wanted port of each system, or the next free one. */
async function choosePorts({ ports, host }: SandboxEnvironment): Promise<SandboxEnvironment['ports']> {
  const chosen = { ...ports };
  const taken: number[] = [];
  for (const id of systemIds) {
    const port = await findFreePort(ports[id], host, taken);
    if (port !== ports[id]) console.log(`Port ${ports[id]} for ${id} is taken; using ${port}.`);
    chosen[id] = port;
    taken.push(port);
  }
  return chosen;
}

function announce(sandbox: RunningSandbox, environment: SandboxEnvironment): void {
  for (const id of systemIds) {
    console.log(`${id}: ${sandbox[id].url}`);
    console.log(`  page: ${sandbox[id].url}/?key=${encodeURIComponent(environment.controlKey)}`);
    for (const [label, value] of Object.entries(systems[id].credentials)) console.log(`  ${label}: ${value}`);
  }
  console.log(`State: ${environment.dataFile ?? 'in memory only (set THROUGHLINE_SANDBOX_DATA to keep it)'}`);
  if (environment.webhookUrl !== undefined) console.log(`Salesforce changes go to ${environment.webhookUrl}`);
  console.log(`Control key, for the header x-sandbox-key of requests to /__control: ${environment.controlKey}`);
  const urls = Object.fromEntries(systemIds.map((id) => [id, sandbox[id].url]));
  console.log(`Sandbox is ready: ${JSON.stringify(urls)}`);
}

function stopOnSignal(sandbox: RunningSandbox): void {
  let isStopping = false;
  const stop = (): void => {
    // One Ctrl-C arrives twice under npm; the second must not end the process before its state is saved.
    if (isStopping) return;
    isStopping = true;
    sandbox.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
}

main().catch((error: unknown) => {
  console.error('The sandbox could not start.', error);
  process.exit(1);
});
