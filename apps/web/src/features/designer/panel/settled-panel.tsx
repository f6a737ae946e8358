'use client';
import { memo, useDeferredValue, useMemo } from 'react';
import { Panel, type PanelProps } from './panel.tsx';

/**
 * The panel follows the canvas: another selection shows there first, and its form with its editors a moment later. The
 * form of the step that is being typed into is never behind.
 */
export const SettledPanel = ({ flow, selection, focusedField, ...rest }: PanelProps) => {
  const subject = useMemo(() => ({ flow, selection, focusedField }), [flow, selection, focusedField]);
  const settled = useDeferredValue(subject);
  const shown = settled.selection === selection ? subject : settled;
  return <MemoPanel {...rest} {...shown} />;
};

const MemoPanel = memo(Panel);
