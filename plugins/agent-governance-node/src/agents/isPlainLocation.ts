/**
 * Whether the text of a location says plainly where it points.
 *
 * @remarks
 *
 * Whoever registers a location chooses its text, and what reads it normalises it first:
 * `https://host/trusted/../mine` begins like a trusted place and leads to another. So a location with dot segments
 * (encoded or not), backslashes or control characters is not plain, nor is a URL that differs from its normal form.
 */
export function isPlainLocation(location: string): boolean {
  const colon = location.indexOf(':');
  const type = location.slice(0, colon).toLowerCase();
  const target = location.slice(colon + 1);
  const decoded = decodeFully(target);
  if (colon < 1 || decoded === undefined || hasDetour(decoded)) {
    return false;
  }
  switch (type) {
    case 'url':
      return isNormalUrl(target);
    case 'file':
      return true;
    default:
      return !decoded.includes('\\');
  }
}

function hasDetour(target: string): boolean {
  // eslint-disable-next-line no-control-regex
  return /[\u0000-\u001f\u007f]|(^|[/\\=])\.{1,2}([/\\?#&]|$)/.test(target);
}

const MAX_ENCODINGS = 4;

/** Percent-decodes until nothing changes; undefined if that does not work or takes suspiciously long. */
function decodeFully(text: string): string | undefined {
  let current = text;
  for (let round = 0; round <= MAX_ENCODINGS; round++) {
    try {
      const decoded = decodeURIComponent(current);
      if (decoded === current) {
        return current;
      }
      current = decoded;
    } catch {
      return undefined;
    }
  }
  return undefined;
}

function isNormalUrl(target: string): boolean {
  try {
    const url = new URL(target);
    return (
      url.href === target &&
      !url.username &&
      !url.password &&
      !decodeFully(target)?.includes('\\')
    );
  } catch {
    return false;
  }
}
