import type { HttpReply } from '../kit/http-request.ts';
import type { VendorProblem } from '../kit/vendor-problem.ts';
import type { RateReading } from '../kit/rate-reading.ts';
import type { WireResponse } from '../kit/wire.ts';

/** API errors are an array `[{message, errorCode, fields}]`; the token endpoint answers `{error, error_description}`. */
export function readProblem({ status, body }: HttpReply): VendorProblem {
  if (status === 300) {
    return {
      code: 'DUPLICATE_EXTERNAL_ID',
      message: 'More than one record has this external id; nothing was written.',
    };
  }
  const entry: unknown = Array.isArray(body) ? body[0] : body;
  if (typeof entry !== 'object' || entry === null) return {};
  const read = (name: string): unknown => Object.entries(entry).find(([key]) => key === name)?.[1];
  const code = text(read('errorCode')) ?? text(read('statusCode')) ?? text(read('error'));
  const fields = read('fields');
  return {
    code,
    message: text(read('message')) ?? text(read('error_description')),
    sentence: malformedId(text(read('message'))),
    fields: Array.isArray(fields)
      ? fields.filter((each) => typeof each === 'string')
      : namedFields(text(read('message'))),
  };
}

/** A query with an id of another form is answered with a piece of the query, a caret, and `invalid ID field: 003NOPE`. */
function malformedId(message = ''): string | undefined {
  const id = /(?:invalid ID field|malformed id):? (\S+)\s*$/i.exec(message)?.[1];
  if (id === undefined) return undefined;
  const object = /\bFROM (\w+) WHERE Id = /.exec(message)?.[1];
  return `Salesforce does not accept ${id} as an id${object === undefined ? '' : ` of ${object}`}.`;
}

/** `No such column 'Foo__c' on entity 'Account'` names the field in the text only. */
function namedFields(message: string | undefined): readonly string[] | undefined {
  const match = /No such column '([^']+)'/.exec(message ?? '');
  return match?.[1] === undefined ? undefined : [match[1]];
}

/** `Sforce-Limit-Info: api-usage=18/5000` counts the requests of the last 24 hours, of all integrations together. */
export function readRate({ headers }: WireResponse): Partial<RateReading> {
  const match = /api-usage=(\d+)\/(\d+)/.exec(headers['sforce-limit-info'] ?? '');
  const [used, limit] = [Number(match?.[1]), Number(match?.[2])];
  return match === null || limit === 0 ? {} : { usedShare: used / limit };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
