import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { Config } from '@backstage/config';
import {
  EFFECT_CLASSES,
  EffectClass,
  Environment,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { McpToolConfig } from '../GovernanceConfig';
import { configError } from './configError';
import { readEnvironmentName } from './readConditionMaps';
import { readOwnerRef, refuseUnknownKeys } from './readers';

const ACTION_ID = /^[a-z][a-z0-9-]*:[A-Za-z0-9][A-Za-z0-9_.-]*$/;
/** Steps into the input, by name: `repository` or `args.repository`. */
const INPUT_PATH = /^[^.\s]+(\.[^.\s]+)*$/;
/** A server of MCP cannot be asked whether something happened. */
const CLASSES = EFFECT_CLASSES.filter(one => one !== 'probeable');

/** What somebody who knows a tool says about it. Nothing of it is taken from the tool itself. */
export function readMcpTool(
  config: Config,
  options: { key: string; environments: Environment[] },
): McpToolConfig {
  const { key, environments } = options;
  refuseUnknownKeys(
    config,
    [
      'target',
      'environment',
      'effectClass',
      'undo',
      'requiresContext',
      'owner',
    ],
    key,
  );
  const undo = config.getOptionalString('undo');
  if (undo !== undefined && !ACTION_ID.test(undo)) {
    throw configError(
      `${key}.undo`,
      `must be the id of an action such as mcp-tickets:reopen_ticket, and is '${undo}'`,
    );
  }
  return {
    ...(config.has('target') && { target: readTarget(config, key) }),
    ...(config.has('environment') && {
      environment: readEnvironmentName(
        config.getString('environment'),
        `${key}.environment`,
        environments,
      ),
    }),
    effectClass: readEffectClass(config, key),
    ...(undo !== undefined && { undo }),
    requiresContext: config.getOptionalStringArray('requiresContext') ?? [],
    ...(config.has('owner') && {
      owner: readOwnerRef(config.getString('owner'), `${key}.owner`),
    }),
  };
}

function readEffectClass(config: Config, key: string): EffectClass {
  const value = config.getOptionalString('effectClass') ?? 'once';
  const found = CLASSES.find(one => one === value);
  if (!found) {
    throw configError(
      `${key}.effectClass`,
      `must be one of ${CLASSES.join(', ')}, and is '${value}'`,
    );
  }
  return found;
}

function readTarget(config: Config, key: string): McpToolConfig['target'] {
  const value = config.get('target');
  if (typeof value === 'string') {
    try {
      return { ref: stringifyEntityRef(parseEntityRef(value)) };
    } catch {
      throw configError(
        `${key}.target`,
        `must be an entity ref or { input: path }, and is '${value}'`,
      );
    }
  }
  const target = config.getConfig('target');
  refuseUnknownKeys(target, ['input', 'kind', 'namespace'], `${key}.target`);
  const input = target.getString('input');
  if (!INPUT_PATH.test(input)) {
    throw configError(
      `${key}.target.input`,
      `must be a path such as repository or args.repository, and is '${input}'`,
    );
  }
  return {
    input,
    kind: (target.getOptionalString('kind') ?? 'component').toLocaleLowerCase(
      'en-US',
    ),
    namespace: target.getOptionalString('namespace') ?? 'default',
  };
}
