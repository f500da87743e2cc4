import { InputError } from '@backstage/errors';
import { z } from 'zod';

/** More would not help anybody to see what is wrong. */
const MAX_NAMED = 5;

/**
 * A body in the shape it should have.
 *
 * @throws InputError naming each path that does not fit, the first few of them
 */
export function parseShape<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) {
    return parsed.data;
  }
  const problems = parsed.error.issues
    .slice(0, MAX_NAMED)
    .map(issue => `${pathOf(issue.path)}: ${issue.message}`);
  const left = parsed.error.issues.length - problems.length;
  throw new InputError(
    [...problems, ...(left > 0 ? [`and ${left} more`] : [])].join('; '),
  );
}

function pathOf(path: readonly PropertyKey[]): string {
  return (
    path.reduce<string>((text, key) => {
      if (typeof key === 'number') {
        return `${text}[${key}]`;
      }
      return text === '' ? String(key) : `${text}.${String(key)}`;
    }, '') || 'the body'
  );
}
