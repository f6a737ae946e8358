'use client';
import { useState } from 'react';
import { WandSparkles } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Later } from '#ui/later.ts';
import { ShownLater } from '#ui/shown-later.tsx';
import { LoadingRows } from '#ui/states.tsx';
import type { AutoMapPreviewProps } from './auto-map-preview.tsx';
import type { AutoMapProps } from './auto-map-props.ts';

export const autoMapPreview = new Later(async () => (await import('./auto-map-preview.tsx')).AutoMapPreview);

const noneRejected: ReadonlySet<string> = new Set();

/** Opens the preview of what could be mapped. What a person rejects there stays rejected while the mapping is open. */
export const AutoMap = (props: AutoMapProps) => {
  const [isOpen, setIsOpen] = useState(false);
  const [rejected, setRejected] = useState(noneRejected);
  return (
    <>
      <Button icon={<WandSparkles aria-hidden />} onClick={() => setIsOpen(true)}>
        Auto-map
      </Button>
      <Dialog
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        size="large"
        title="Auto-map"
        description="Source fields that probably belong to target fields without an expression. The text changes only with what you accept, and each acceptance is one step to undo."
      >
        {isOpen && (
          <Preview
            {...props}
            rejected={rejected}
            onReject={(ids) => setRejected(new Set([...rejected, ...ids]))}
            onClose={() => setIsOpen(false)}
          />
        )}
      </Dialog>
    </>
  );
};

const Preview = (props: AutoMapPreviewProps) => (
  <ShownLater later={autoMapPreview} props={props} meanwhile={<LoadingRows rows={6} />} />
);
