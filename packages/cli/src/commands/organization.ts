import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { EXIT, ExitCode } from '../exitCodes';
import { readPolicies } from '../files/readPolicies';
import { askPortal } from '../portal/askPortal';
import { connect, PORTAL_OPTIONS, PortalOptions } from '../portal/connect';
import { Run } from '../program';
import { Surroundings } from '../Surroundings';

interface ExportOptions extends PortalOptions {
  output?: string;
}

/** `agentgov organization …` */
export function addOrganizationCommands(program: Command, run: Run): void {
  program
    .command('organization')
    .description('Who may speak for what')
    .command('export')
    .description('Take away what policies are judged by, for --org')
    .argument(
      '[paths...]',
      'policies whose entities are wanted as well, though the portal does not know the policies yet',
    )
    .addOption(PORTAL_OPTIONS.portal())
    .addOption(PORTAL_OPTIONS.tokenEnv())
    .option('--output <file>', 'write it there')
    .action((paths, options) =>
      run(surroundings => exportOrganization(paths, options, surroundings)),
    );
}

async function exportOrganization(
  paths: readonly string[],
  options: ExportOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { cwd, out } = surroundings;
  const client = connect(options, surroundings);
  const { policies } = await readPolicies(paths, { cwd });
  const entities = policies.flatMap(
    ({ policy }) => policy.document.entity ?? [],
  );
  return askPortal(surroundings, async () => {
    const organization = await client.exportOrganization({
      ...(entities.length > 0 && { entity: [...new Set(entities)].sort() }),
    });
    const text = `${JSON.stringify(organization, undefined, 2)}\n`;
    if (options.output === undefined) {
      out(text);
    } else {
      await writeFile(resolve(cwd, options.output), text);
      out(`Wrote ${options.output}.\n`);
    }
    return EXIT.fine;
  });
}
