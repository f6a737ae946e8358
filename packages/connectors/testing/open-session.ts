import type { ConnectorSession, OpenConnection } from '@throughline/core/connector';
import { connectorRegistry } from '../src/registry.ts';
import { createTestDependencies } from './test-dependencies.ts';

/** Opens a session with a stand-in, whose waits take no time. */
export const openSession = (
  system: keyof typeof connectorRegistry,
  settings: OpenConnection['settings'],
  auth: OpenConnection['auth'],
): ConnectorSession =>
  connectorRegistry[system].open({ id: 'connection-1', system, settings, auth }, createTestDependencies().dependencies);
