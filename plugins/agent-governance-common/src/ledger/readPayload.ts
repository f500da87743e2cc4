import type { z } from 'zod';
import { toText } from './readEntry';

/** What a payload holds, by a schema; `undefined` where it was taken away, or is something else. */
export function readPayload<S extends z.ZodType>(
  payload: string | Uint8Array | undefined,
  schema: S,
): z.infer<S> | undefined {
  const text = payload === undefined ? undefined : toText(payload);
  if (text === undefined) {
    return undefined;
  }
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
