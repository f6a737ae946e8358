/** The answer to a request that cannot be read; see `server/unreadable-request.ts`. */
export const GET = (): Response =>
  Response.json({ message: 'The address or the method of this request cannot be read.' }, { status: 400 });
