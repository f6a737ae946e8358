import { CopyButton } from './copy-button.tsx';
import { classNames } from './class-names.ts';

interface CodeBlockProps {
  readonly text: string;
  readonly label: string;
  readonly className?: string;
}

/** Text in a monospace font that scrolls inside its box, with a copy button. */
export const CodeBlock = ({ text, label, className }: CodeBlockProps) => (
  <div className={classNames('group relative min-w-0 rounded-md border border-line bg-sunken', className)}>
    <pre aria-label={label} tabIndex={0} className="max-h-full overflow-auto p-3 font-mono text-code">
      {text}
    </pre>
    <CopyButton text={text} label={`Copy ${label}`} isInCorner />
  </div>
);
