import { Command, InvalidArgumentError, Option } from 'commander';
import { Run } from '../program';
import { testPolicies } from './testPolicies';
import { checkPolicies } from './checkPolicies';
import { coverPolicies } from './coverPolicies';

const PATHS = 'files and folders of YAML';
const ORG = [
  '--org <file>',
  'what “agentgov organization export” wrote; without it authority is not checked',
] as const;

/** `agentgov policy …`: all of it offline. */
export function addPolicyCommands(program: Command, run: Run): void {
  const policy = program
    .command('policy')
    .description('Test and check policies on this computer');
  policy
    .command('test')
    .description('Decide the fixtures beside policies, and compare')
    .argument('[paths...]', PATHS, ['.'])
    .option(...ORG)
    .option('--watch', 'again whenever a file changes')
    .addOption(reporter(['default', 'junit', 'github', 'json']))
    .option('--output <file>', 'write the report there, and say the rest here')
    .option(
      '--min-coverage <percent>',
      'fail when less of the rules is tried',
      percent,
    )
    .action((paths, options) =>
      run(surroundings => testPolicies(paths, options, surroundings)),
    );
  policy
    .command('check')
    .description('Compile policies, and judge whether their owners may say so')
    .argument('[paths...]', PATHS, ['.'])
    .option(...ORG)
    .option('--strict', 'fail on warnings, and on authority nobody checked')
    .addOption(reporter(['default', 'github', 'json']))
    .action((paths, options) =>
      run(surroundings => checkPolicies(paths, options, surroundings)),
    );
  policy
    .command('coverage')
    .description(
      'Find what changes something, and no policy decides about; needs --org',
    )
    .argument('[paths...]', PATHS, ['.'])
    .requiredOption(
      '--org <file>',
      'what “agentgov organization export” wrote: its actions and environments',
    )
    .option('--environment <names...>', 'only these environments')
    .option(
      '--allow-uncovered <number>',
      'so many may be uncovered',
      wholeNumber,
      0,
    )
    .addOption(reporter(['default', 'json']))
    .action((paths, options) =>
      run(surroundings => coverPolicies(paths, options, surroundings)),
    );
}

function reporter(names: string[]): Option {
  return new Option('--reporter <name>', 'how to say it')
    .choices(names)
    .default('default');
}

function percent(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 100)) {
    throw new InvalidArgumentError('It must be a number from 0 to 100.');
  }
  return value;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) {
    throw new InvalidArgumentError('It must be a whole number, 0 or more.');
  }
  return Number(text);
}
