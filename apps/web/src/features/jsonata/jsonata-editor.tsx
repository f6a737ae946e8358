'use client';
import { Later } from '#ui/later.ts';
import { EditorLater } from './editor-later.tsx';
import type { JsonataEditorProps } from './loaded-jsonata-editor.tsx';

export const jsonataEditor = new Later(async () => (await import('./loaded-jsonata-editor.tsx')).LoadedJsonataEditor);

/** A JSONata editor with colours, completion from the scope, and problems marked in the text. */
export const JsonataEditor = (props: JsonataEditorProps) => <EditorLater editor={jsonataEditor} props={props} />;
