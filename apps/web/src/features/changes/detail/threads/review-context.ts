'use client';
import { createContext, useContext } from 'react';
import type { ChangeDetail, ChangeItem } from '../change-detail.ts';

interface Review {
  readonly change: ChangeDetail;
  readonly item: ChangeItem;
}

/** The document that is being reviewed. Absent where documents are compared outside of a change. */
export const ReviewContext = createContext<Review | undefined>(undefined);

export const useReview = (): Review | undefined => useContext(ReviewContext);
