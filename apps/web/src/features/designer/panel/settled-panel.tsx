'use client';
import { memo, useMemo } from 'react';
import { useAfterFrame } from '#ui/use-after-frame.ts';
import { Panel, type PanelProps } from './panel.tsx';

/**
 * The panel follows the canvas: a new selection shows there first, and its form with the editors a moment later. While
 * somebody types into a form, it is never delayed.
 */
export const SettledPanel = ({ flow, selection, focusedField, ...rest }: PanelProps) => {
  const subject = useMemo(() => ({ flow, selection, focusedField }), [flow, selection, focusedField]);
  const settled = useAfterFrame(subject);
  const shown = settled.selection === selection ? subject : settled;
  return <MemoPanel {...rest} {...shown} />;
};

const MemoPanel = memo(Panel);
