import { z } from 'zod';

const problemSchema = z.strictObject({
  type: z.string().startsWith('urn:signalbox:problem:'),
  title: z.string().min(1),
  status: z.number(),
  detail: z.string().min(1),
  code: z.string().regex(/^[A-Z_]+$/),
  requestId: z.string().min(8),
  errors: z.array(z.strictObject({ pointer: z.string(), detail: z.string() })).optional(),
  data: z.record(z.string(), z.unknown()).optional(),
});

/** What came back; `json` is loose, since tests look at what they expect. */
export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects, and fails where it is not there
  readonly json: any;
  /** The problem's code; undefined when it is none. */
  readonly code: string | undefined;
}

/** How a request is made otherwise than plainly. */
export interface ApiOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly key?: string;
  readonly rev?: number;
}

/** A client of the API under one token. Every 4xx and 5xx has to be a problem document. */
export interface ApiClient {
  readonly token: string | null;
  get(path: string, options?: ApiOptions): Promise<ApiAnswer>;
  post(path: string, body?: unknown, options?: ApiOptions): Promise<ApiAnswer>;
  put(path: string, body?: unknown, options?: ApiOptions): Promise<ApiAnswer>;
  patch(path: string, body?: unknown, options?: ApiOptions): Promise<ApiAnswer>;
  delete(path: string, options?: ApiOptions): Promise<ApiAnswer>;
  /** Sends bytes as they are. */
  raw(
    method: string,
    path: string,
    body: string | Uint8Array | undefined,
    headers: Record<string, string>,
  ): Promise<ApiAnswer>;
}

export function apiClient(origin: string, token: string | null): ApiClient {
  const raw: ApiClient['raw'] = async (method, path, body, headers) => {
    const response = await fetch(address(origin, path), {
      method,
      headers: { ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...headers },
      redirect: 'manual',
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : Buffer.from(body) }),
    });
    return answerOf(response);
  };
  const send = (method: string, path: string, body: unknown, options: ApiOptions = {}) =>
    raw(method, path, body === undefined ? undefined : JSON.stringify(body), {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(options.key === undefined ? {} : { 'idempotency-key': options.key }),
      ...(options.rev === undefined ? {} : { 'if-match': `"${options.rev}"` }),
      ...options.headers,
    });
  return {
    token,
    raw,
    get: (path, options) => send('GET', path, undefined, options),
    post: (path, body = {}, options) => send('POST', path, body, options),
    put: (path, body, options) => send('PUT', path, body, options),
    patch: (path, body, options) => send('PATCH', path, body, options),
    delete: (path, options) => send('DELETE', path, undefined, options),
  };
}

const address = (origin: string, path: string): string =>
  `${origin}${path.startsWith('/api/') || path.startsWith('//') ? path : `/api/v1${path}`}`.replace(
    /(?<!:)\/\//,
    '/',
  );

async function answerOf(response: Response): Promise<ApiAnswer> {
  const text = await response.text();
  const type = response.headers.get('content-type') ?? '';
  const json = type.includes('json') && !type.includes('jsonl') && text !== '' ? JSON.parse(text) : undefined;
  if (response.status >= 400) problemSchema.parse(json);
  return {
    status: response.status,
    headers: response.headers,
    text,
    json,
    code: response.status >= 400 ? String(json.code) : undefined,
  };
}
