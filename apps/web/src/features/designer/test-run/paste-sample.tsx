'use client';
import { useState } from 'react';
import { Field } from '#ui/field.tsx';
import { Textarea } from '#ui/input.tsx';

interface PasteSampleProps {
  /** Undefined while the text is not valid JSON. */
  readonly onChoose: (sample: { readonly payload: unknown } | undefined) => void;
}

export const PasteSample = ({ onChoose }: PasteSampleProps) => {
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  return (
    <Field label="Payload" hint="A JSON value: what the flow reads as $trigger." error={problem}>
      {(control) => (
        <Textarea
          {...control}
          rows={14}
          spellCheck={false}
          className="font-mono text-code"
          placeholder={'{ "Id": "0065g00000Deal01AAA" }'}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            const read = readJson(event.target.value);
            setProblem(read.problem);
            onChoose(read.sample);
          }}
        />
      )}
    </Field>
  );
};

interface ReadJson {
  readonly sample?: { readonly payload: unknown };
  readonly problem?: string;
}

function readJson(text: string): ReadJson {
  if (text.trim() === '') return {};
  try {
    return { sample: { payload: JSON.parse(text) as unknown } };
  } catch (error) {
    return { problem: `This is no JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
}
