import { Command, InvalidArgumentError, Option } from 'commander';
import { PORTAL_OPTIONS } from '../portal/connect';
import { Run } from '../program';
import { replayPolicies } from './replayPolicies';

/** `agentgov replay` */
export function addReplayCommand(program: Command, run: Run): void {
  program
    .command('replay')
    .description(
      'Try policies on what was decided, and say which verdicts they would turn',
    )
    .argument('[paths...]', 'files and folders of YAML: the draft')
    .addOption(PORTAL_OPTIONS.portal())
    .addOption(PORTAL_OPTIONS.tokenEnv())
    .option('--days <number>', 'of the last so many days', days, 7)
    .option('--off <policies...>', 'as if these policies were not there')
    .option('--enforce <policies...>', 'as if these were enforced')
    .option('--shadow <policies...>', 'as if these were only in shadow')
    .option('--agent <refs...>', 'only what these agents asked for')
    .option('--action <ids...>', 'only these actions; one may end in *')
    .option('--target <refs...>', 'only of these targets')
    .option('--environment <names...>', 'only in these environments')
    .option('--title <text>', 'what it is called in the portal')
    .addOption(
      new Option('--format <name>', 'of the report')
        .choices(['markdown', 'json'])
        .default('markdown'),
    )
    .option('--output <file>', 'write the report there')
    .addOption(
      new Option('--fail-on <what>', 'fail when a verdict is')
        .choices(['loosened', 'any', 'never'])
        .default('loosened'),
    )
    .action((paths, options) =>
      run(surroundings => replayPolicies(paths, options, surroundings)),
    );
}

function days(text: string): number {
  if (!/^\d{1,3}$/.test(text) || Number(text) < 1) {
    throw new InvalidArgumentError('It must be a whole number of days.');
  }
  return Number(text);
}
