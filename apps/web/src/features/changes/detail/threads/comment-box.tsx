'use client';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Button } from '#ui/button.tsx';
import { Textarea } from '#ui/input.tsx';

interface CommentBoxProps {
  readonly label: string;
  readonly action: string;
  readonly isBusy: boolean;
  readonly onSay: (comment: string, done: () => void) => void;
  readonly onCancel?: () => void;
  readonly isFocused?: boolean;
}

/** A box for one comment. */
export const CommentBox = ({ label, action, isBusy, onSay, onCancel, isFocused = false }: CommentBoxProps) => {
  const [comment, setComment] = useState('');
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (isFocused) box.current?.focus();
  }, [isFocused]);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (comment.trim() !== '') onSay(comment, () => setComment(''));
  };
  return (
    <form onSubmit={onSubmit} className="flex flex-col items-end gap-2">
      <Textarea
        aria-label={label}
        placeholder={`${label}…`}
        rows={2}
        maxLength={4000}
        ref={box}
        value={comment}
        onChange={(event) => setComment(event.target.value)}
      />
      <div className="flex gap-2">
        {onCancel !== undefined && (
          <Button variant="ghost" onClick={onCancel}>
            Cancel
          </Button>
        )}
        <Button type="submit" isBusy={isBusy} disabled={comment.trim() === ''}>
          {action}
        </Button>
      </div>
    </form>
  );
};
