import { UrlReaderService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { MAX_CALENDAR_BYTES } from '../../facts/freezes/calendar/parseCalendar';

/** Gets the text of calendars. */
export interface CalendarFetcher {
  /**
   * @returns `undefined` when it is what the etag stands for
   * @throws Error for people: not allowed, not found, too large, too slow
   */
  fetch(
    url: string,
    options: { etag?: string; signal: AbortSignal },
  ): Promise<{ text: string; etag?: string } | undefined>;
}

/**
 * Fetches through the portal's URL readers, so that `backend.reading.allow` and the integrations decide where to and
 * with which credentials.
 */
export class UrlCalendarFetcher implements CalendarFetcher {
  readonly #urlReader: UrlReaderService;

  static create(options: { urlReader: UrlReaderService }) {
    return new UrlCalendarFetcher(options);
  }

  private constructor(options: { urlReader: UrlReaderService }) {
    this.#urlReader = options.urlReader;
  }

  async fetch(url: string, options: { etag?: string; signal: AbortSignal }) {
    const { signal } = options;
    try {
      const answer = await this.#urlReader.readUrl(url, options);
      const body = answer.stream
        ? await readLimited(answer.stream(), signal)
        : await answer.buffer();
      assertSmall(body.length);
      return { text: body.toString('utf8'), etag: answer.etag };
    } catch (error) {
      if (isError(error) && error.name === 'NotModifiedError') {
        return undefined;
      }
      throw error;
    }
  }
}

/** Stops at the limit or when told to: not every reader looks at the signal. */
async function readLimited(
  stream: NodeJS.ReadableStream,
  signal: AbortSignal,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    signal.throwIfAborted();
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    assertSmall(length);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function assertSmall(length: number): void {
  if (length > MAX_CALENDAR_BYTES) {
    throw new Error(`It is larger than ${MAX_CALENDAR_BYTES} bytes`);
  }
}
