import type { Hono } from 'hono';
import type { SandboxEnv, SystemContext } from '../../kit/system.ts';
import { findSession } from '../auth/sessions.ts';
import { NEWEST_VERSION, OLDEST_VERSION, org } from '../org.ts';
import { refusal } from '../salesforce-error.ts';
import { user } from '../schema/product.ts';
import { formatInstant, recordsOf } from '../records/sobject.ts';

const SEASONS = ['Spring', 'Summer', 'Winter'] as const;

/** What can be read outside a version: the list of versions, and the token's user. */
export function orgRoutes(app: Hono<SandboxEnv>, context: SystemContext): void {
  app.get('/services/data', (c) => {
    const versions = Array.from({ length: NEWEST_VERSION - OLDEST_VERSION + 1 }, (_, index) => OLDEST_VERSION + index);
    return c.json(
      versions.map((version) => ({
        label: seasonOf(version),
        url: `/services/data/v${version}.0`,
        version: `${version}.0`,
      })),
    );
  });
  app.get('/id/:org/:user', (c) => {
    const token = c.req.query('oauth_token') ?? (c.req.header('authorization') ?? '').replace(/^Bearer\s+/i, '');
    if (findSession(context.state, context.clock, token) === undefined)
      throw refusal(403, 'Bad_OAuth_Token', 'Bad_OAuth_Token');
    const format = c.req.query('format') ?? 'json';
    if (format !== 'json')
      throw refusal(501, 'SANDBOX_NOT_IMPLEMENTED', `The stand-in does not answer identities as ${format}`);
    const { origin } = new URL(c.req.url);
    const record = recordsOf(context.state, user).get(c.req.param('user'));
    if (record === undefined || c.req.param('org') !== org.id) throw refusal(404, 'NOT_FOUND', 'Bad_Id');
    return c.json({
      id: `${origin}/id/${org.id}/${c.req.param('user')}`,
      asserted_user: true,
      user_id: record['Id'],
      organization_id: org.id,
      username: record['Username'],
      display_name: record['Name'],
      email: record['Email'],
      first_name: record['FirstName'],
      last_name: record['LastName'],
      active: record['IsActive'],
      user_type: 'STANDARD',
      language: 'en_US',
      locale: 'en_GB',
      utcOffset: 0,
      last_modified_date: formatInstant(String(record['LastModifiedDate'])),
      urls: { rest: `${origin}/services/data/v{version}/`, sobjects: `${origin}/services/data/v{version}/sobjects/` },
    });
  });
}

/** v60 was Spring '24; three releases a year. */
function seasonOf(version: number): string {
  const sinceSpring24 = version - 60;
  const season = SEASONS[((sinceSpring24 % 3) + 3) % 3] ?? 'Spring';
  const year = 24 + Math.floor(sinceSpring24 / 3) + (season === 'Winter' ? 1 : 0);
  return `${season} '${year}`;
}
