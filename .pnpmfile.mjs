/**
 * drizzle-orm declares every driver it can use as an optional peer, so pnpm would install one copy per
 * combination of neighbours and the copies' types would not match. We use one driver; keep only that peer.
 */
function readPackage(pkg) {
  if (pkg.name === 'drizzle-orm') {
    pkg.peerDependencies = { pg: pkg.peerDependencies?.pg ?? '*', '@types/pg': '*' };
    pkg.peerDependenciesMeta = { pg: { optional: true }, '@types/pg': { optional: true } };
  }
  return pkg;
}

export const hooks = { readPackage };
