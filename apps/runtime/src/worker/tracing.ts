export interface Tracing {
  /** Sends what is still held back. */
  stop(): Promise<void>;
}

/**
 * Exports spans by OTLP over HTTP when an endpoint is given. The SDK is loaded only then, because it is large, and
 * without an exporter the API's calls do nothing.
 */
export async function startTracing(endpoint: string | undefined): Promise<Tracing> {
  if (endpoint === undefined || endpoint === '') return { stop: () => Promise.resolve() };
  const [{ NodeSDK }, { OTLPTraceExporter }] = await Promise.all([
    import('@opentelemetry/sdk-node'),
    import('@opentelemetry/exporter-trace-otlp-http'),
  ]);
  // There is no automatic instrumentation, because bodies and headers of connected systems must not end up in spans.
  const sdk = new NodeSDK({
    serviceName: 'throughline-runtime',
    traceExporter: new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` }),
    instrumentations: [],
    autoDetectResources: false,
  });
  sdk.start();
  return { stop: () => sdk.shutdown() };
}
