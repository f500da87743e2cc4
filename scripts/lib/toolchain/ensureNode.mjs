import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { toolsDir } from '../paths.mjs';
import { run } from '../process/run.mjs';
import { UserError, say } from '../say.mjs';
import { installTools } from './installTools.mjs';
import {
  majorOf,
  nodePackageFor,
  preferredNodeMajor,
  supportedNodeMajors,
} from './versions.mjs';

const nodePath = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';

async function installedNode() {
  const name = nodePackageFor(process.platform, process.arch);
  if (!name) {
    throw new UserError(
      `This needs Node ${supportedNodeMajors.join(' or ')}, and this is Node ${
        process.version
      } on ${process.platform}-${process.arch}, for which npm has no Node ` +
        'package. Install Node 24 and call the command again.',
    );
  }
  const home = join(toolsDir, 'node_modules', name);
  if (!existsSync(join(home, nodePath))) {
    say(
      `Node ${process.version} is too ${
        majorOf(process.version) < preferredNodeMajor ? 'old' : 'new'
      }; fetching Node ${preferredNodeMajor}`,
    );
    await installTools({ [name]: String(preferredNodeMajor) });
  }
  return home;
}

/** Programs started later must find the same Node, and its headers. */
function environmentFor(home, executable) {
  const hasHeaders = existsSync(join(home, 'include', 'node'));
  return {
    ...process.env,
    PATH: [
      dirname(executable),
      join(toolsDir, 'node_modules', '.bin'),
      process.env.PATH,
    ].join(delimiter),
    // Native add-ons must be compiled against the headers of this very Node.
    ...(hasHeaders ? { npm_config_nodedir: home } : {}),
  };
}

/**
 * Makes sure that what follows runs on a Node that Backstage supports.
 *
 * Where the running one is not, a complete Node comes from npm and this very
 * command is run again under it; its exit code is returned. Where it is, the
 * answer is undefined and the caller goes on.
 */
export async function ensureNode() {
  if (supportedNodeMajors.includes(majorOf(process.version))) {
    const home = dirname(dirname(process.execPath));
    Object.assign(process.env, environmentFor(home, process.execPath));
    return undefined;
  }
  const home = await installedNode();
  const executable = join(home, nodePath);
  return run(executable, process.argv.slice(1), {
    cwd: process.cwd(),
    env: environmentFor(home, executable),
  });
}
