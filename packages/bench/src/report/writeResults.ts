import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';

const RESULTS = resolvePackagePath('bench', 'results');

/**
 * Writes a report as Markdown and as JSON.
 *
 * @param kind - of what, where it is not of requests
 * @returns the path of the Markdown
 */
export function writeResults(
  report: { at: string },
  text: string,
  kind?: string,
): string {
  mkdirSync(RESULTS, { recursive: true });
  const day = report.at.slice(0, 10);
  const base = join(RESULTS, kind ? `${kind}-${day}` : day);
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
