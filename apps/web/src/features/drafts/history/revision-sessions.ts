export interface Revision {
  readonly revision: number;
  readonly savedBy: string;
  readonly savedByName: string | null;
  readonly savedAt: Date;
}

/** What one person saved in one session, newest first. Never empty. */
export type RevisionSession = readonly [Revision, ...Revision[]];

/** A longer pause between saves starts another session. */
const pauseMs = 10 * 60_000;

/**
 * Automatic saves happen every few seconds, so all saves of one session are one entry. `revisions` are newest first.
 */
export function revisionSessions(revisions: readonly Revision[]): RevisionSession[] {
  const sessions: [Revision, ...Revision[]][] = [];
  for (const each of revisions) {
    const session = sessions.at(-1);
    const last = session?.at(-1);
    const isSame =
      last !== undefined && last.savedBy === each.savedBy && last.savedAt.getTime() - each.savedAt.getTime() <= pauseMs;
    if (session !== undefined && isSame) session.push(each);
    else sessions.push([each]);
  }
  return sessions;
}
