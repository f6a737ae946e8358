import { webAuth } from '#server/auth/auth.ts';

const handle = (request: Request): Promise<Response> => webAuth().handler(request);

export { handle as GET, handle as POST };
