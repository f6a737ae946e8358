import type { HttpReply } from '../kit/http-request.ts';
import type { VendorProblem } from '../kit/vendor-problem.ts';

/** `{title, status, "o:errorDetails": [{detail, "o:errorCode", "o:errorPath"}]}`, or OAuth's `{error}`. */
export function readProblem({ body }: HttpReply): VendorProblem {
  const outer = asObject(body);
  const details = outer['o:errorDetails'];
  const list: readonly unknown[] = Array.isArray(details) ? details : [];
  const first = asObject(list[0]);
  const code = text(first['o:errorCode']) ?? text(outer['error']);
  const message = text(first['detail']) ?? text(outer['error_description']) ?? text(outer['title']);
  const fields = [...new Set(list.flatMap((each) => fieldsOf(asObject(each))))];
  return {
    code,
    message,
    ...(fields.length > 0 && { fields }),
    // The business layer answers with its general code when an external id or name is taken. Only the sentence tells
    // the difference.
    ...(code === 'USER_ERROR' && /already exists/i.test(message ?? '') && { class: 'duplicate' }),
  };
}

function fieldsOf(detail: Readonly<Record<string, unknown>>): readonly string[] {
  const path = text(detail['o:errorPath']);
  if (path !== undefined) return [path];
  const named = /Field '([^']+)' for record/.exec(text(detail['detail']) ?? '');
  return named?.[1] === undefined ? [] : [named[1]];
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
