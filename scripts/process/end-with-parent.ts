/**
 * Loaded before a program with `node --import`. The parent holds the other end of a pipe. When the parent is gone, for
 * whatever reason, the kernel closes the pipe, and this process sends itself the signal with which a service manager
 * would stop it.
 */
import { Socket } from 'node:net';
import { isMainThread } from 'node:worker_threads';

/** `<descriptor>` or `<descriptor>,<milliseconds>`: a program that does not stop within this time is killed. */
const lifeline = process.env['THROUGHLINE_LIFELINE'];
// In programs that this one starts, these numbers refer to other descriptors.
delete process.env['THROUGHLINE_LIFELINE'];

if (lifeline !== undefined && isMainThread) {
  const [descriptor, patienceMs] = lifeline.split(',').map(Number);
  const pipe = new Socket({ fd: descriptor, readable: true, writable: false });
  pipe.on('error', () => undefined);
  pipe.on('close', () => {
    process.kill(process.pid, 'SIGTERM');
    if (patienceMs !== undefined) setTimeout(() => process.kill(process.pid, 'SIGKILL'), patienceMs).unref();
  });
  pipe.resume();
  pipe.unref();
}
