import { Command, CommanderError } from 'commander';
import { addOrganizationCommands } from './commands/organization';
import { addPolicyCommands } from './commands/policy';
import { addReplayCommand } from './commands/replay';
import { EXIT, ExitCode } from './exitCodes';
import { InputProblem } from './InputProblem';
import { Surroundings } from './Surroundings';

/** Registers a command: what it is called with, and what it comes to. */
export type Run = (
  work: (surroundings: Surroundings) => Promise<ExitCode>,
) => Promise<void>;

/**
 * Runs one command.
 *
 * @param args - without the program's own name
 * @returns the exit code
 */
export async function runProgram(
  args: readonly string[],
  surroundings: Surroundings,
): Promise<ExitCode> {
  let code: ExitCode = EXIT.fine;
  const run: Run = async work => {
    code = await work(surroundings);
  };
  const program = new Command('agentgov')
    .description(
      'Test agent policies, check them, and try them on what was decided before they bite.',
    )
    .exitOverride()
    .configureOutput({
      writeOut: text => surroundings.out(text),
      writeErr: text => surroundings.err(text),
    });
  addPolicyCommands(program, run);
  addReplayCommand(program, run);
  addOrganizationCommands(program, run);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? EXIT.fine : EXIT.badInput;
    }
    if (error instanceof InputProblem) {
      surroundings.err(`${error.message}\n`);
      return EXIT.badInput;
    }
    throw error;
  }
}
