import { webAuthGate } from '#server/auth/auth.ts';
import { handleAuth } from '#server/auth/handle-auth.ts';
import { answeringRefusals, boundedRequest } from '#server/bounded-request.ts';

const mostBytes = 20_000;

const handle = (request: Request): Promise<Response> =>
  answeringRefusals(async () => handleAuth(webAuthGate(), await boundedRequest(request, mostBytes)));

export { handle as GET, handle as POST };
