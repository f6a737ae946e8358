declare module 'netsuite-rest' {
  interface Options {
    readonly consumer_key: string;
    readonly consumer_secret_key: string;
    readonly token: string;
    readonly token_secret: string;
    readonly realm: string;
    readonly base_url?: string;
  }
  interface Request {
    readonly path?: string;
    readonly method?: string;
    readonly body?: string;
    readonly heads?: Readonly<Record<string, string>>;
  }
  interface Answer {
    readonly statusCode: number;
    /** Names and values in turn. `headers` itself does not survive the client's copying of the response. */
    readonly rawHeaders: readonly string[];
    readonly data: unknown;
  }
  export default class NetsuiteRest {
    constructor(options: Options);
    request(request: Request): Promise<Answer>;
    getAuthorizationHeader(call: { readonly method: string; readonly url: string }): { Authorization: string };
  }
}
