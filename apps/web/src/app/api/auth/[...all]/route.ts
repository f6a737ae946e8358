import { webAuthGate } from '#server/auth/auth.ts';
import { handleAuth } from '#server/auth/handle-auth.ts';

const handle = (request: Request): Promise<Response> => handleAuth(webAuthGate(), request);

export { handle as GET, handle as POST };
