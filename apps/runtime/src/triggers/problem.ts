/** RFC 9457 problem details. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
}

export const problem = (status: number, code: string, title: string, detail: string): Problem => ({
  status,
  code,
  title,
  detail,
});

export const problemBody = ({ status, code, title, detail }: Problem): string =>
  JSON.stringify({ type: `urn:throughline:problem:${code}`, title, status, detail, code });
