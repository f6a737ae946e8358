import Link from 'next/link';
import { CircleAlert } from 'lucide-react';
import { useWorkspace } from '../../workspace/workspace-context.ts';
import type { ExceptionDetail } from './exception-detail.ts';

/** Every rule or field that failed, with the rule's own expression. */
export const FailingRules = ({ exception }: { readonly exception: ExceptionDetail }) => {
  const { pathTo } = useWorkspace();
  const { details, rules, code, message, flowKey, flowName, versionNumber, stepId, stepName } = exception;
  const shown = details.length === 0 ? [{ code, message }] : details;
  return (
    <div className="flex flex-col gap-3">
      <ul className="flex flex-col gap-2.5">
        {shown.map((detail) => (
          <li key={`${detail.code}${detail.message}`} className="flex items-start gap-2">
            <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-failed" />
            <div className="min-w-0">
              <p>{detail.message}</p>
              <p className="font-mono text-small text-muted">{detail.code}</p>
              <RuleText text={rules.find((rule) => rule.code === detail.code)?.assert} />
            </div>
          </li>
        ))}
      </ul>
      <p className="text-small text-muted">
        At “{stepName}” in{' '}
        {flowKey === null ? (
          'a deleted flow'
        ) : (
          <Link href={`${pathTo('flows', flowKey)}?step=${stepId}`} className="text-text underline">
            {flowName} {versionNumber === null ? 'draft' : `v${versionNumber}`}
          </Link>
        )}
      </p>
    </div>
  );
};

const RuleText = ({ text }: { readonly text: string | undefined }) =>
  text === undefined ? null : (
    <details className="mt-0.5 text-small">
      <summary className="text-muted">the rule</summary>
      <code className="mt-1 block rounded-md bg-sunken px-2 py-1 font-mono break-words">{text}</code>
    </details>
  );
