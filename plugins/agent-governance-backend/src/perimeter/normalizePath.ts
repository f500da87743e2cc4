/**
 * The segments of a request's path, or undefined for a path that could mean different things to different readers.
 *
 * @remarks
 *
 * Each segment is percent-decoded once, as Express does with parameters. A path is given up on rather than
 * interpreted when it has empty or dot segments; a slash, a backslash, a percent sign or a control character left in a
 * segment; or letters written as codes, which Express does not recognise in the fixed parts of its routes. One
 * trailing slash makes no difference, as in Express. A query string is not part of a path.
 */
export function normalizePath(path: string): string[] | undefined {
  if (path === '/') {
    return [];
  }
  if (!path.startsWith('/')) {
    return undefined;
  }
  const trimmed = path.slice(1, path.endsWith('/') ? -1 : undefined);
  const segments: string[] = [];
  for (const raw of trimmed.split('/')) {
    const segment = hasNeedlessCode(raw) ? undefined : decode(raw);
    if (segment === undefined || !isPlain(segment)) {
      return undefined;
    }
    segments.push(segment);
  }
  return segments;
}

/** Whether a character is written as a code that stands for itself everywhere (RFC 3986 §2.3). */
function hasNeedlessCode(segment: string): boolean {
  return (segment.match(/%[0-9a-f]{2}/gi) ?? []).some(code =>
    /[A-Za-z0-9._~-]/.test(String.fromCharCode(parseInt(code.slice(1), 16))),
  );
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

function isPlain(segment: string): boolean {
  return (
    segment !== '' &&
    segment !== '.' &&
    segment !== '..' &&
    // eslint-disable-next-line no-control-regex
    !/[/\\%?#\u0000-\u001f\u007f]/.test(segment)
  );
}
