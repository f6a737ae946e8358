import type { RehearsedRequest } from '@throughline/core/connector';
import { CodeBlock } from '#ui/code-block.tsx';
import { Notice } from '#ui/states.tsx';
import { readDryRun } from './read-dry-run.ts';

/** What a step of a test run would have done outside, with the exact requests. Renders nothing for other steps. */
export const DryRun = ({ output }: { readonly output: unknown }) => {
  const dry = readDryRun(output);
  if (dry === undefined) return null;
  return (
    <section aria-label="Dry run" className="flex flex-col gap-2">
      <Notice tone="info">
        <p>{dry.sentence}</p>
      </Notice>
      {dry.changes.length > 0 && (
        <table className="w-full text-left text-small">
          <thead>
            <tr className="text-caps text-muted">
              <th className="py-1 pr-2 font-medium">field</th>
              <th className="py-1 pr-2 font-medium">there now</th>
              <th className="py-1 font-medium">would be</th>
            </tr>
          </thead>
          <tbody>
            {dry.changes.map(({ field, before, after }) => (
              <tr key={field} className="border-t border-line align-top">
                <td className="py-1 pr-2">{field}</td>
                <td className="py-1 pr-2 font-mono text-code break-all text-muted">{before}</td>
                <td className="py-1 font-mono text-code break-all">{after}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {dry.requests.map((request, index) => (
        <CodeBlock
          key={index}
          label={dry.requests.length === 1 ? 'request' : `request ${index + 1}`}
          text={requestText(request)}
        />
      ))}
    </section>
  );
};

/** A request as it goes over the wire, readable. */
const requestText = ({ method, url, headers, body }: RehearsedRequest): string =>
  [
    `${method} ${url}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...(body === undefined ? [] : ['', JSON.stringify(body, null, 2)]),
  ].join('\n');
