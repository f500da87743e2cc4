import type { Request } from 'express';

/** The token of a request, as the platform reads it from the header. */
export function readBearerToken(req: Request): string | undefined {
  return req.headers.authorization?.match(/^Bearer[ ]+(\S+)$/i)?.[1];
}
