import { UserError, formatDuration, say } from '../say.mjs';
import { noTests, sumCounts } from './counts.mjs';

/** A stage that fails without any failed test still has to show as a failure. */
function withFailure(counts, code) {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

async function runStage(stage, tell) {
  try {
    return await stage.run();
  } catch (error) {
    tell(error instanceof UserError ? error.message : error.stack);
    return { code: 1 };
  }
}

/** One line per stage: what became of it and how long it took. */
export function formatTable(rows) {
  const width = Math.max(...rows.map(row => row.name.length));
  return rows
    .map(({ name, state, milliseconds }) => {
      const time =
        milliseconds === undefined ? '' : formatDuration(milliseconds);
      return `  ${name.padEnd(width)}  ${state.padEnd(8)} ${time}`.trimEnd();
    })
    .join('\n');
}

/** The one line that says how it went; always the last one printed. */
export function formatTotal({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}

/**
 * Runs stages in order until one fails.
 *
 * @param stages - entries of `{ name, run }`, where `run` answers
 *   `{ code, counts }`
 * @param tell - takes one line of progress
 * @returns the exit code, the rows of the table and the summed counts
 */
export async function runStages(stages, tell = say) {
  const rows = [];
  const counts = [];
  let code = 0;
  for (const stage of stages) {
    if (code !== 0) {
      rows.push({ name: stage.name, state: 'not run' });
      continue;
    }
    tell(`Stage: ${stage.name}`);
    const started = Date.now();
    const result = await runStage(stage, tell);
    code = result.code;
    counts.push(withFailure(result.counts ?? noTests, code));
    rows.push({
      name: stage.name,
      state: code === 0 ? 'ok' : 'FAILED',
      milliseconds: Date.now() - started,
    });
  }
  return { code, rows, counts: sumCounts(counts) };
}
