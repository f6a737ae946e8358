/** What NetSuite puts into `o:errorDetails`. */
export interface ErrorDetail {
  readonly detail: string;
  readonly code: string;
  /** Path into the request body, e.g. `item.items[0].item`. */
  readonly path?: string;
  readonly queryParameter?: string;
  readonly header?: string;
}

/** A refusal in NetSuite's terms; `errorResponse` turns it into the answer. */
export class NetSuiteError extends Error {
  readonly status: number;
  readonly details: readonly ErrorDetail[];

  constructor(status: number, ...details: readonly ErrorDetail[]) {
    super(details.map((each) => `${each.code}: ${each.detail}`).join('; '));
    this.name = 'NetSuiteError';
    this.status = status;
    this.details = details;
  }
}

const TITLES: Readonly<Record<number, readonly [title: string, section: string]>> = {
  400: ['Bad Request', '15.5.1'],
  401: ['Unauthorized', '15.5.2'],
  403: ['Forbidden', '15.5.4'],
  404: ['Not Found', '15.5.5'],
  405: ['Method Not Allowed', '15.5.6'],
  409: ['Conflict', '15.5.10'],
  429: ['Too Many Requests', '15.5'],
  500: ['Internal Server Error', '15.6.1'],
  501: ['Not Implemented', '15.6.2'],
  502: ['Bad Gateway', '15.6.3'],
  503: ['Service Unavailable', '15.6.4'],
  504: ['Gateway Timeout', '15.6.5'],
};

export function errorBody(error: NetSuiteError): object {
  const [title, section] = TITLES[error.status] ?? ['Error', '15'];
  return {
    type: `https://www.rfc-editor.org/rfc/rfc9110.html#section-${section}`,
    title,
    status: error.status,
    'o:errorDetails': error.details.map((each) => ({
      detail: each.detail,
      ...(each.path === undefined ? {} : { 'o:errorPath': each.path }),
      ...(each.queryParameter === undefined ? {} : { 'o:errorQueryParam': each.queryParameter }),
      ...(each.header === undefined ? {} : { 'o:errorHeader': each.header }),
      'o:errorCode': each.code,
    })),
  };
}

export function errorResponse(error: NetSuiteError, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(errorBody(error)), {
    status: error.status,
    headers: { 'Content-Type': 'application/vnd.oracle.resource+json; type=error; charset=UTF-8', ...headers },
  });
}

/** All refusals of the business layer begin with this. */
export function accessError(sentence: string, path?: string): NetSuiteError {
  return new NetSuiteError(400, withPath(`Error while accessing a resource. ${sentence}`, 'USER_ERROR', path));
}

export function missingValues(labels: readonly string[]): NetSuiteError {
  return accessError(`Please enter value(s) for: ${labels.join(', ')}`);
}

export function invalidFieldValue(value: string, field: string, path: string): NetSuiteError {
  const sentence = `You have entered an Invalid Field Value ${value} for the following field: ${field}`;
  return new NetSuiteError(400, withPath(`Error while accessing a resource. ${sentence}`, 'INVALID_CONTENT', path));
}

/** `what` is the field the key belongs to; `scope` narrows it, e.g. "subsidiary 3". */
export function invalidReferenceKey(what: string, key: string, path: string, scope?: string): NetSuiteError {
  const ending = scope === undefined ? '' : ` for ${scope}`;
  const sentence = `Invalid ${what} reference key ${key}${ending}.`;
  return new NetSuiteError(400, withPath(`Error while accessing a resource. ${sentence}`, 'INVALID_KEY_OR_REF', path));
}

export function invalidContent(sentence: string, path?: string): NetSuiteError {
  return new NetSuiteError(400, withPath(`Invalid content in the request body. ${sentence}`, 'INVALID_CONTENT', path));
}

export function invalidParameter(name: string, sentence: string): NetSuiteError {
  return new NetSuiteError(400, { detail: sentence, code: 'INVALID_PARAMETER', queryParameter: name });
}

export function noSuchInstance(): NetSuiteError {
  return new NetSuiteError(404, {
    detail: 'The record instance does not exist. Provide a valid record instance ID.',
    code: 'NONEXISTENT_ID',
  });
}

export function noSuchRecordType(name: string): NetSuiteError {
  return new NetSuiteError(404, {
    detail: `Record type '${name}' does not exist.`,
    code: 'NOT_FOUND',
    path: name,
  });
}

function withPath(detail: string, code: string, path: string | undefined): ErrorDetail {
  return path === undefined ? { detail, code } : { detail, code, path };
}
