import { InputError } from '@backstage/errors';

/** Where a list goes on: after this id, in this order. */
export interface Cursor {
  after: string;
  order: 'newest' | 'oldest';
}

const ID = /^[0-9a-f-]{36}$/;

/** Opaque to callers, so that its form may change. */
export function encodeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify([1, cursor.after, cursor.order])).toString(
    'base64url',
  );
}

/**
 * @param id - what the list goes on after
 * @throws InputError when it is none of ours
 */
export function decodeCursor(text: string, id: RegExp = ID): Cursor {
  try {
    const [version, after, order] = JSON.parse(
      Buffer.from(text, 'base64url').toString('utf8'),
    );
    if (
      version === 1 &&
      typeof after === 'string' &&
      id.test(after) &&
      (order === 'newest' || order === 'oldest')
    ) {
      return { after, order };
    }
  } catch {
    // not ours either
  }
  throw new InputError(
    `Malformed 'cursor': pass on the nextCursor of the previous page unchanged`,
  );
}
