import { createContext, useContext } from 'react';
import type { Pins } from './use-pins.ts';

const none: Pins = {};

/** The pins of the flow in the designer. Other drawings of flows have none. */
export const PinsContext = createContext<Pins>(none);

export const useIsPinned = (stepId: string): boolean => Object.hasOwn(useContext(PinsContext), stepId);
