/**
 * A text as one word that an address may hold: `d` and the compressed bytes where the browser can compress, else `p` and
 * the plain ones, in base64url.
 */
export async function packText(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  return typeof CompressionStream === 'undefined'
    ? `p${toBase64Url(bytes)}`
    : `d${toBase64Url(
        await through(bytes, new CompressionStream('deflate-raw')),
      )}`;
}

/** @throws Error for a word that nobody packed, or that unpacks to more than `limit` bytes */
export async function unpackText(
  packed: string,
  limit: number,
): Promise<string> {
  const bytes = fromBase64Url(packed.slice(1));
  switch (packed[0]) {
    case 'p':
      return decode(bytes);
    case 'd':
      return decode(
        await through(bytes, new DecompressionStream('deflate-raw'), limit),
      );
    default:
      throw new Error('Nobody packed this');
  }
}

/** A few bytes can unpack to any number: what is more than the limit is not read. */
async function through(
  bytes: Uint8Array,
  stream: CompressionStream | DecompressionStream,
  limit: number = Infinity,
): Promise<Uint8Array> {
  const writer = stream.writable.getWriter();
  // what goes wrong is told by the reader
  writer.write(bytes as BufferSource).catch(() => {});
  writer.close().catch(() => {});
  const reader = stream.readable.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      break;
    }
    length += value.length;
    if (length > limit) {
      await reader.cancel();
      throw new Error('It unpacks to more than may be tried');
    }
    chunks.push(value);
  }
  const all = new Uint8Array(length);
  chunks.reduce((at, chunk) => {
    all.set(chunk, at);
    return at + chunk.length;
  }, 0);
  return all;
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  bytes.forEach(byte => {
    binary += String.fromCharCode(byte);
  });
  return btoa(binary)
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

function fromBase64Url(text: string): Uint8Array {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, character => character.charCodeAt(0));
}
