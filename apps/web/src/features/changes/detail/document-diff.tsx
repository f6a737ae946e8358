import { TextDiff } from './text-diff.tsx';

interface DocumentDiffProps {
  readonly before: unknown;
  readonly after: unknown;
}

/** Two documents as indented JSON, side by side. */
export const DocumentDiff = ({ before, after }: DocumentDiffProps) => (
  <TextDiff before={asText(before)} after={asText(after)} language="json" label="Document" />
);

const asText = (document: unknown): string =>
  document === null || document === undefined ? '' : JSON.stringify(document, null, 2);
