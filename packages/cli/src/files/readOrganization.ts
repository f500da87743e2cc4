import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Organization } from '@agentgov/backstage-plugin-agent-governance-common';
import { parseOrganization } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { InputProblem } from '../InputProblem';

/**
 * Reads what `agentgov organization export` wrote.
 *
 * @throws InputProblem when the file is not there, or is none
 */
export async function readOrganization(
  file: string,
  cwd: string,
): Promise<Organization> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(resolve(cwd, file), 'utf8'));
  } catch (error) {
    throw new InputProblem(
      `${file} cannot be read as an exported organization: ${
        (error as Error).message
      }`,
    );
  }
  const parsed = parseOrganization(value);
  if (!parsed.ok) {
    const wrong = parsed.problems
      .slice(0, 5)
      .map(({ field, reason }) => `  ${field}: ${reason}`);
    throw new InputProblem(
      [`${file} is not an exported organization:`, ...wrong].join('\n'),
    );
  }
  return parsed.organization;
}
