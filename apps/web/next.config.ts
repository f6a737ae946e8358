import path from 'node:path';
import type { NextConfig } from 'next';

// This app reports nothing to anybody, even when it is built or started without our scripts.
process.env.NEXT_TELEMETRY_DISABLED = '1';

const config: NextConfig = {
  transpilePackages: ['@throughline/core', '@throughline/connectors'],
  serverExternalPackages: ['pg'],
  // `check` type-checks every package with the pinned compiler; a second pass here would only cost start-up time.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: path.join(import.meta.dirname, '../..') },
  poweredByHeader: false,
  reactStrictMode: true,
  agentRules: false,
  devIndicators: false,
  // Assets do not pass the proxy, which gives everything else its headers.
  headers: () =>
    Promise.resolve([{ source: '/:path*', headers: [{ key: 'x-content-type-options', value: 'nosniff' }] }]),
};

export default config;
