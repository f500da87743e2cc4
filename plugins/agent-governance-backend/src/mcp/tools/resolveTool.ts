import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { JsonObject } from '@agentgov/backstage-plugin-agent-governance-common';
import { McpServerConfig, McpToolConfig } from '../../GovernanceConfig';

/** Catalog kinds that calls of a tool can be decided about. */
export function targetKindOf(
  server: McpServerConfig,
  tool: McpToolConfig | undefined,
): string {
  const target = targetOf(server, tool);
  return 'ref' in target ? parseEntityRef(target.ref).kind : target.kind;
}

/** What a call of a tool is decided about, from configuration and input alone. */
export function targetOf(
  server: McpServerConfig,
  tool: McpToolConfig | undefined,
): NonNullable<McpToolConfig['target']> {
  return tool?.target ?? { ref: server.entityRef };
}

/** @throws InputError naming the path in the input where the target should be */
export function resolveTool(
  server: McpServerConfig,
  tool: McpToolConfig | undefined,
  input: JsonObject,
): { target: string; environment: string } {
  const environment = tool?.environment ?? server.environment;
  const target = targetOf(server, tool);
  return {
    environment,
    target: 'ref' in target ? target.ref : refIn(input, target),
  };
}

function refIn(
  input: JsonObject,
  target: { input: string; kind: string; namespace: string },
): string {
  const value = target.input
    .split('.')
    .reduce<unknown>(
      (at, step) =>
        typeof at === 'object' && at !== null && Object.hasOwn(at, step)
          ? (at as JsonObject)[step]
          : undefined,
      input,
    );
  const wanted = `input.${target.input} must name the ${target.kind} that this is about`;
  if (typeof value !== 'string' || value === '') {
    throw new InputError(wanted);
  }
  let ref: ReturnType<typeof parseEntityRef>;
  try {
    ref = parseEntityRef(value, {
      defaultKind: target.kind,
      defaultNamespace: target.namespace,
    });
  } catch {
    throw new InputError(`${wanted}, and '${value}' is no entity ref`);
  }
  if (ref.kind.toLocaleLowerCase('en-US') !== target.kind) {
    throw new InputError(`${wanted}, and '${value}' is of another kind`);
  }
  return stringifyEntityRef(ref);
}
