import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type {
  ActionRequest,
  ActionRequestState,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { decodeJwt, decodeProtectedHeader, JWTPayload, SignJWT } from 'jose';

/** What goes wrong with one exchange. */
export type Trouble =
  | 'none'
  /** Refused before anything is taken in. */
  | 'busy'
  | 'unavailable'
  /** Something in between answers with a page. */
  | 'gateway'
  /** Hung up on before, or after, the portal did what it was asked. */
  | 'dropped-before'
  | 'dropped-after'
  /** The answer ends in the middle. */
  | 'cut-off'
  /** The agent's token is no longer believed. */
  | 'forgotten';

interface Answer {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

const refusal = (status: number, name: string, message: string): Answer => ({
  status,
  body: { error: { name, message } },
});

/** A portal as agents see it, over real HTTP: signs in whoever comes, keeps requests by key, and has bad days. */
export class FakePortal {
  url = '';
  /** What the next exchanges run into, in their order; after these all is well. */
  troubles: Trouble[] = [];
  /** What a new request is like. */
  decided: Partial<ActionRequest> = {};
  /** The states a request goes through while it is looked at. */
  path: ActionRequestState[] = ['executing', 'succeeded'];
  tokenLifetimeSeconds = 3600;
  /** How many calls ran. */
  effects = 0;
  /** What was asked for, as it was sent. */
  readonly bodies: unknown[] = [];
  /** Answers before anything else does. */
  override: (line: string) => Answer | undefined = () => undefined;
  readonly seen: string[] = [];
  readonly assertions: Array<{ alg?: string; kid?: string } & JWTPayload> = [];
  readonly requests = new Map<string, ActionRequest>();
  readonly #forgotten = new Set<string>();
  #server?: Server;

  async start(): Promise<void> {
    this.#server = createServer((req, res) => this.#exchange(req, res));
    await new Promise<void>(done => {
      this.#server!.listen(0, '127.0.0.1', done);
    });
    const { port } = this.#server.address() as AddressInfo;
    this.url = `http://127.0.0.1:${port}`;
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise(done => this.#server?.close(done));
  }

  /** How many times something was asked. */
  count(line: string): number {
    return this.seen.filter(each => each.startsWith(line)).length;
  }

  async #exchange(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const sent = await text(req);
    const line = `${req.method} ${req.url}`;
    this.seen.push(line);
    const trouble = this.troubles.shift() ?? 'none';
    if (trouble === 'dropped-before') {
      req.socket.destroy();
      return;
    }
    const { status, body, headers } =
      this.#refusedBy(trouble, req) ??
      this.override(line) ??
      (await this.#answer(line, req, sent));
    if (trouble === 'dropped-after') {
      req.socket.destroy();
      return;
    }
    const bytes = typeof body === 'string' ? body : JSON.stringify(body);
    res.writeHead(status, {
      'content-length': Buffer.byteLength(bytes),
      ...headers,
    });
    if (trouble === 'cut-off') {
      res.write(bytes.slice(0, -1), () => req.socket.destroy());
      return;
    }
    res.end(bytes);
  }

  #refusedBy(trouble: Trouble, req: IncomingMessage): Answer | undefined {
    switch (trouble) {
      case 'busy':
        return {
          ...refusal(429, 'TooManyOpenRequestsError', 'too many'),
          headers: { 'retry-after': '0' },
        };
      case 'unavailable':
        return refusal(503, 'ServiceUnavailableError', 'not now');
      case 'gateway':
        return { status: 502, body: '<html>Bad gateway</html>' };
      case 'forgotten':
        this.#forgotten.add(bearerOf(req));
        return undefined;
      default:
        return undefined;
    }
  }

  async #answer(
    line: string,
    req: IncomingMessage,
    sent: string,
  ): Promise<Answer> {
    if (line === 'POST /api/auth/agent/refresh') {
      return this.#signIn(JSON.parse(sent).client_assertion);
    }
    const bearer = bearerOf(req);
    if (!bearer || this.#forgotten.has(bearer)) {
      return refusal(401, 'AuthenticationError', 'who are you?');
    }
    if (line === 'POST /api/agent-governance/v1/action-requests') {
      const key = String(req.headers['idempotency-key']);
      return { status: 201, body: this.#take(key, JSON.parse(sent)) };
    }
    if (line === 'POST /api/agent-governance/v1/action-calls') {
      return { status: 200, body: this.#call(sent, JSON.parse(sent)) };
    }
    if (line.startsWith('GET /api/agent-governance/v1/context/')) {
      return { status: 200, body: { id: 'snapshot-1', facts: [] } };
    }
    const [, id, verb] =
      /action-requests\/([^/?]+)(?:\/(\w+))?/.exec(line) ?? [];
    const request = [...this.requests.values()].find(each => each.id === id);
    if (request) {
      switch (verb) {
        case 'outcome':
          return this.#report(request, JSON.parse(sent));
        case 'withdraw':
          return this.#withdraw(request);
        default:
          return { status: 200, body: this.#look(request) };
      }
    }
    return refusal(404, 'NotFoundError', `nothing at ${line}`);
  }

  async #signIn(assertion: string): Promise<Answer> {
    const header = decodeProtectedHeader(assertion);
    this.assertions.push({ ...header, ...decodeJwt(assertion) });
    const now = Math.floor(Date.now() / 1000);
    const token = await new SignJWT({ n: this.assertions.length })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuedAt(now)
      .setExpirationTime(now + this.tokenLifetimeSeconds)
      .sign(Buffer.from('secret'));
    return { status: 200, body: { backstageIdentity: { token } } };
  }

  #take(key: string, asked: { action: string; target: string }): ActionRequest {
    this.bodies.push(asked);
    const request = this.requests.get(key) ?? {
      ...({
        id: `r-${this.requests.size + 1}`,
        actionId: asked.action,
        targetRef: asked.target,
        state: 'authorised',
        verdict: 'allow',
        reason: 'granted',
        because: 'routine',
        retryable: false,
        unblock: [],
        revision: 1,
      } as unknown as ActionRequest),
      ...this.decided,
    };
    this.requests.set(key, request);
    return request;
  }

  /** What is allowed runs now; what is held is joined by the same call again. */
  #call(key: string, asked: { action: string; target: string }): object {
    const request = this.#take(key, asked);
    if (request.state !== 'authorised') {
      return { request };
    }
    this.effects += 1;
    request.state = 'succeeded';
    request.revision += 1;
    this.requests.delete(key);
    this.requests.set(`${key} ${this.effects}`, request);
    return { request, output: { effects: this.effects } };
  }

  /** Each look finds it one step further. */
  #look(request: ActionRequest): ActionRequest {
    const next = this.path[request.revision - 1];
    if (next) {
      request.state = next;
      request.revision += 1;
    }
    return request;
  }

  #report(request: ActionRequest, report: object): Answer {
    if (request.state !== 'unknown') {
      return refusal(409, 'ConflictError', `it is ${request.state}`);
    }
    request.outcomeReport = report as ActionRequest['outcomeReport'];
    return { status: 200, body: request };
  }

  #withdraw(request: ActionRequest): Answer {
    if (!['held', 'authorised'].includes(request.state)) {
      return refusal(409, 'ConflictError', `it is ${request.state}`);
    }
    request.state = 'withdrawn';
    request.revision += 1;
    return { status: 200, body: request };
  }
}

function bearerOf(req: IncomingMessage): string {
  return req.headers.authorization?.replace('Bearer ', '') ?? '';
}
