import {
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { Request } from 'express';

/**
 * Who a request is from, undefined where the platform does not recognise its token: then the platform refuses it, or
 * lets everybody in.
 *
 * @remarks
 *
 * The platform remembers per request what it verified, so the first question costs nothing on nearly every route. Only
 * cookies and limited tokens, which it does not look at unless a route allows them, need the second.
 */
export async function readCredentials(
  req: Request,
  httpAuth: HttpAuthService,
): Promise<BackstageCredentials | undefined> {
  const full = await attempt(() => httpAuth.credentials(req));
  const isDone =
    full &&
    ((full.principal as { type?: string }).type !== 'none' ||
      !req.headers.cookie);
  return isDone
    ? full
    : attempt(() => httpAuth.credentials(req, { allowLimitedAccess: true }));
}

async function attempt(
  read: () => Promise<BackstageCredentials>,
): Promise<BackstageCredentials | undefined> {
  try {
    return await read();
  } catch {
    return undefined;
  }
}
