import { freePort } from '../../start/free-port.ts';

/** Above 32,768, the system may give a port to a program that calls out, before the test listens at it. */
const lowest = 12_000;
/** Each test process looks in a range of its own, because two could find the same port free. */
const rangeSize = 100;
const ranges = 200;

/** What this process has been given may not be in use yet. */
const given = new Set<number>();

/** Ports that nobody listens at. */
export async function freeTestPorts(count: number): Promise<number[]> {
  const ports: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const port = await freePort(lowest + (process.pid % ranges) * rangeSize, given);
    given.add(port);
    ports.push(port);
  }
  return ports;
}
