import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';

const RESULTS = resolvePackagePath('bench', 'results');

/** What can be measured. */
export type Kind =
  | 'decisions'
  | 'requests'
  | 'stops'
  | 'gateway'
  | 'replay'
  | 'cli';

/**
 * Writes a report as Markdown and as JSON, in the place of the one before of its kind: the repository remembers that.
 *
 * @returns the path of the Markdown
 */
export function writeResults(report: object, text: string, kind: Kind): string {
  mkdirSync(RESULTS, { recursive: true });
  const base = join(RESULTS, kind);
  writeFileSync(
    `${base}.json`,
    `${JSON.stringify(rounded(report), null, 2)}\n`,
  );
  writeFileSync(`${base}.md`, text);
  return `${base}.md`;
}

/** Digits beyond the fourth say nothing. */
function rounded(report: object): unknown {
  return JSON.parse(
    JSON.stringify(report, (_, value) =>
      typeof value === 'number' && !Number.isInteger(value)
        ? Number(value.toPrecision(4))
        : value,
    ),
  );
}
