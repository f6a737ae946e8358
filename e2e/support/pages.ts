/** `open` is a text. The first row with it is clicked, and the page behind that row is tested. */
export interface PageUnderTest {
  readonly name: string;
  readonly path: string;
  readonly open?: string;
  /** Apart from its frame, the page shows nothing that comes from the server. */
  readonly isFixed?: boolean;
}

export const pages: readonly PageUnderTest[] = [
  { name: 'overview', path: '/test' },
  { name: 'flows', path: '/test/flows' },
  { name: 'flow-designer', path: '/test/flows/closed-won-handoff' },
  { name: 'mappings', path: '/test/mappings' },
  { name: 'mapping-editor', path: '/test/mappings/salesforce-opportunity-to-contract' },
  { name: 'value-map', path: '/test/value-maps/netsuite-subsidiary' },
  { name: 'changes', path: '/test/changes' },
  { name: 'change', path: '/test/changes/1' },
  { name: 'runs', path: '/test/runs' },
  { name: 'run', path: '/test/runs', open: 'Succeeded' },
  { name: 'exceptions', path: '/test/exceptions' },
  { name: 'exception', path: '/test/exceptions?by=time&state=all', open: 'BILLING_TERMS_MISSING' },
  { name: 'links', path: '/test/links' },
  { name: 'connections', path: '/test/connections' },
  { name: 'connection', path: '/test/connections/netsuite' },
  { name: 'new-connection', path: '/test/connections/new', isFixed: true },
  { name: 'model', path: '/test/model', isFixed: true },
  { name: 'entity', path: '/test/model/contract', isFixed: true },
  { name: 'settings', path: '/test/settings' },
  { name: 'audit', path: '/test/settings/audit' },
  { name: 'my-account', path: '/test/settings/account' },
  { name: 'join', path: '/join', isFixed: true },
];
