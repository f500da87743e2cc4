import { say } from '../lib/say.mjs';
import { isWanted, parseTestOptions } from '../lib/testing/options.mjs';
import {
  formatTable,
  formatTotal,
  runStages,
} from '../lib/testing/runStages.mjs';
import { createStages } from '../lib/testing/stages.mjs';

const stageNames = createStages({ paths: [] }).stages.map(s => s.name);

/** Runs every check of the repository; the last line printed is the total. */
export async function run(args) {
  const options = parseTestOptions(args, stageNames);
  const { stages, close } = createStages(options);
  const wanted = stages.filter(stage => isWanted(stage.name, options));
  let result;
  try {
    result = await runStages(wanted);
  } finally {
    await close();
  }
  say('Stages');
  process.stdout.write(`${formatTable(result.rows)}\n\n`);
  process.stdout.write(`${formatTotal(result.counts)}\n`);
  return result.code;
}
