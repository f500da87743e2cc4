import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Report } from './createReport';

const RESULTS = resolvePackagePath('bench', 'results');

/** Writes a report as Markdown and as JSON. @returns the path of the Markdown */
export function writeResults(report: Report, text: string): string {
  mkdirSync(RESULTS, { recursive: true });
  const base = join(RESULTS, report.at.slice(0, 10));
  writeFileSync(
    `${base}.json`,
    `${JSON.stringify(rounded(report), null, 2)}\n`,
  );
  writeFileSync(`${base}.md`, text);
  return `${base}.md`;
}

/** Digits beyond the fourth say nothing. */
function rounded(report: Report): unknown {
  return JSON.parse(
    JSON.stringify(report, (_, value) =>
      typeof value === 'number' && !Number.isInteger(value)
        ? Number(value.toPrecision(4))
        : value,
    ),
  );
}
