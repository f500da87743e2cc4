import type { z } from 'zod';
import { Problem, problem } from './Problem';

/** What is wrong with an entry whose body is not what its type says. */
export function wrongBody(type: string, error: z.ZodError): Problem[] {
  const fields = error.issues.map(issue => issue.path.join('.'));
  return [
    problem(
      'bad-envelope',
      `The body of ${type} is wrong at ${fields.join(', ')}`,
    ),
  ];
}

/**
 * What is wrong with an entry that lies in another stream than the one of what it is about.
 *
 * @param about - `what`: in words; `stream`: where it belongs
 */
export function wrongPlace(
  stream: string,
  about: { what: string; stream: string },
): Problem[] {
  return stream === about.stream
    ? []
    : [
        problem(
          'bad-envelope',
          `It is about ${about.what}, but lies in stream ${stream}`,
        ),
      ];
}
