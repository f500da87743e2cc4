import { UserError } from '../say.mjs';

/**
 * Reads `npm test -- [--only=a,b] [--skip=a,b] [path...]`.
 *
 * A path limits the run to the unit tests below it, since nothing else can be
 * run for a part of the repository.
 */
export function parseTestOptions(args, stageNames) {
  const options = { only: undefined, skip: [], paths: [] };
  for (const arg of args) {
    const [, key, value] = /^--(only|skip)=(.+)$/.exec(arg) ?? [];
    if (key) {
      options[key] = value.split(',');
    } else if (arg.startsWith('-')) {
      throw new UserError(
        `Unknown option "${arg}". Use --only=<stages>, --skip=<stages> or a path.`,
      );
    } else {
      options.paths.push(arg);
    }
  }
  const unknown = [...(options.only ?? []), ...options.skip].filter(
    name => !stageNames.includes(name),
  );
  if (unknown.length > 0) {
    throw new UserError(
      `Unknown stage "${unknown.join(', ')}". Stages: ${stageNames.join(
        ', ',
      )}.`,
    );
  }
  if (options.paths.length > 0) {
    options.only ??= ['jest'];
  }
  return options;
}

/** Whether a stage was asked for. */
export function isWanted(name, options) {
  return (
    (!options.only || options.only.includes(name)) &&
    !options.skip.includes(name)
  );
}
