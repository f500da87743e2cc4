import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toolsDir } from '../paths.mjs';
import { run } from '../process/run.mjs';
import { UserError, say } from '../say.mjs';

const manifest = join(toolsDir, 'package.json');

function readDependencies() {
  try {
    return JSON.parse(readFileSync(manifest, 'utf8')).dependencies ?? {};
  } catch {
    return {};
  }
}

/**
 * The npm that belongs to the Node we run on, as the program and its first
 * arguments. Under `yarn` the variable names yarn, so it is looked at closely.
 */
function npmCommand() {
  const script = process.env.npm_execpath;
  return script && /npm-cli\.c?js$/.test(script)
    ? [process.execPath, [script]]
    : ['npm', []];
}

/**
 * Adds npm packages to the private tools folder of this repository.
 *
 * What was added earlier stays: npm removes whatever the manifest does not
 * name, so the manifest is extended before npm is asked.
 */
export async function installTools(packages) {
  const names = Object.entries(packages).map(([name, v]) => `${name}@${v}`);
  say(`Installing ${names.join(' and ')} into .tools`);
  mkdirSync(toolsDir, { recursive: true });
  const dependencies = { ...readDependencies(), ...packages };
  writeFileSync(
    manifest,
    `${JSON.stringify({ private: true, dependencies }, null, 2)}\n`,
  );
  const [program, first] = npmCommand();
  const code = await run(
    program,
    [
      ...first,
      'install',
      '--prefix',
      toolsDir,
      '--no-audit',
      '--no-fund',
      '--no-package-lock',
      '--loglevel=error',
    ],
    { cwd: toolsDir },
  );
  if (code !== 0) {
    throw new UserError(
      `npm could not install ${names.join(' and ')} (exit code ${code}). ` +
        'Check that the npm registry can be reached, or install Node 24 and yarn yourself.',
    );
  }
}
