'use client';
import { useEffect, useState } from 'react';
import { useLatest } from '#features/jsonata/use-latest.ts';
import { useTRPCClient, type Outputs } from '#features/workspace/trpc.ts';
import { tabId } from '../tab-id.ts';

export type Presence = Outputs['drafts']['notePresence'];

/** The server counts somebody as gone after three of these. */
const beatMs = 4000;
/** Moving through a flow with the arrow keys is told once it pauses. */
const settleMs = 600;

/**
 * Tells the server that this tab has the draft open and what is selected, for as long as the tab is visible. Returns who
 * else has it open, and who saved it last; undefined until the server has answered.
 */
export const usePresence = (definitionId: string, place: string): Presence | undefined => {
  const client = useTRPCClient();
  const [presence, setPresence] = useState<Presence>();
  const latestPlace = useLatest(place);
  useEffect(() => {
    const here = { definitionId, tabId: tabId() };
    let isOver = false;
    const tell = () => {
      if (document.hidden) return;
      const told = client.drafts.notePresence.mutate({ ...here, place: latestPlace.current });
      // Whoever is offline sees nobody. The editor itself says that the server cannot be reached.
      void told.catch(() => undefined).then((answer) => isOver || setPresence(answer));
    };
    const leave = () => void client.drafts.forgetPresence.mutate(here).catch(() => undefined);
    const onVisibility = () => (document.hidden ? leave() : tell());
    const timer = setInterval(tell, beatMs);
    tell();
    document.addEventListener('visibilitychange', onVisibility);
    window.addEventListener('pagehide', leave);
    return () => {
      isOver = true;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onVisibility);
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [client, definitionId, latestPlace]);
  useEffect(() => {
    const timer = setTimeout(() => {
      if (place === '' || document.hidden) return;
      void client.drafts.notePresence.mutate({ definitionId, tabId: tabId(), place }).catch(() => undefined);
    }, settleMs);
    return () => clearTimeout(timer);
  }, [client, definitionId, place]);
  return presence;
};
