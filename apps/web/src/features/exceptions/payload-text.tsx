'use client';
import { json, jsonParseLinter } from '@codemirror/lang-json';
import { linter } from '@codemirror/lint';
import { useNonce } from '#ui/nonce.tsx';
import { CodeEditor } from '../jsonata/code-editor.tsx';
import { sharedExtensions } from '../jsonata/editor-extensions.ts';
import { codeHighlighting } from '../jsonata/jsonata-language.ts';

interface PayloadTextProps {
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly problem: string | undefined;
}

/** The payload as JSON. */
export const PayloadText = ({ text, onChange, problem }: PayloadTextProps) => {
  const nonce = useNonce();
  return (
    <div>
      <CodeEditor
        value={text}
        onChange={onChange}
        className="max-h-[32rem] min-h-64 overflow-auto rounded-md border border-edge bg-raised focus-within:border-accent"
        extensions={() => [
          ...sharedExtensions({
            label: 'Payload as JSON',
            nonce,
            isReadOnly: false,
            isFull: true,
            hasHistory: true,
            placeholder: '',
          }),
          json(),
          codeHighlighting(),
          linter(jsonParseLinter()),
        ]}
      />
      {problem !== undefined && (
        <p role="alert" className="mt-1 text-small text-failed">
          {problem}
        </p>
      )}
    </div>
  );
};
