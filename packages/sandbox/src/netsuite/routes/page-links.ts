export interface Page {
  readonly url: string;
  readonly limit: number;
  readonly offset: number;
  readonly total: number;
}

interface Link {
  readonly rel: string;
  readonly href: string;
}

/**
 * The links of a page in NetSuite's order. First, previous, next and last appear only where they lead somewhere else.
 */
export function pageLinks({ url, limit, offset, total }: Page): Link[] {
  const at = (rel: string, from: number): Link => ({ rel, href: withPage(url, limit, from) });
  const links: Link[] = [];
  if (offset > 0) links.push(at('first', 0), at('previous', Math.max(offset - limit, 0)));
  if (offset + limit < total) links.push(at('next', offset + limit), at('last', lastOffset(limit, total)));
  links.push(at('self', offset));
  return links;
}

function lastOffset(limit: number, total: number): number {
  return Math.floor((total - 1) / limit) * limit;
}

function withPage(url: string, limit: number, offset: number): string {
  const target = new URL(url);
  target.searchParams.set('limit', String(limit));
  target.searchParams.set('offset', String(offset));
  return target.toString();
}
