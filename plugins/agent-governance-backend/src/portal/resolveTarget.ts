import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  JsonObject,
  JsonValue,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { TargetRule } from './TargetRule';

/**
 * The full ref of what an input is about.
 *
 * @throws InputError saying what the input would have to name
 */
export function resolveTarget(rule: TargetRule, input: JsonObject): string {
  if (rule === 'named') {
    return resolveNamed(input);
  }
  if ('entityRef' in rule) {
    return rule.entityRef;
  }
  const { path, kind, namespace } = rule;
  const named = path.reduce<JsonValue | undefined>(memberOf, input);
  return toRef(named, path.join('.'), { kind, namespace });
}

function resolveNamed(input: JsonObject): string {
  const { entityRef } = input;
  const byParts = resolveParts(input);
  if (entityRef === undefined) {
    if (byParts === undefined) {
      throw new InputError(
        `What this acts on cannot be told from its input, so it cannot be decided: it names no 'entityRef', nor 'kind' and 'name'`,
      );
    }
    return byParts;
  }
  const ref = toRef(entityRef, 'entityRef');
  if (byParts !== undefined && byParts !== ref) {
    throw new InputError(
      `The input names both '${ref}' and '${byParts}', so it cannot be decided`,
    );
  }
  return ref;
}

/** What `kind`, `namespace` and `name` make together; undefined where they name nothing. */
function resolveParts(input: JsonObject): string | undefined {
  const { kind, namespace = 'default', name } = input;
  if (kind === undefined || name === undefined) {
    return undefined;
  }
  for (const [key, value] of Object.entries({ kind, namespace, name })) {
    // one that holds more than itself would be read here as another entity than the plugin reads
    if (typeof value !== 'string' || value === '' || /[:/]/.test(value)) {
      throw new InputError(
        `'input.${key}' must be a plain ${key} of an entity`,
      );
    }
  }
  return toRef(`${kind}:${namespace}/${name}`, 'name');
}

function memberOf(value: JsonValue | undefined, key: string) {
  const isObject =
    typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject && Object.hasOwn(value, key) ? value[key] : undefined;
}

function toRef(
  value: JsonValue | undefined,
  path: string,
  defaults: { kind?: string; namespace?: string } = {},
): string {
  if (typeof value === 'string') {
    try {
      return stringifyEntityRef(
        parseEntityRef(value, {
          defaultKind: defaults.kind,
          defaultNamespace: defaults.namespace,
        }),
      );
    } catch {
      // said below
    }
  }
  throw new InputError(
    `What this acts on cannot be told from its input, so it cannot be decided: 'input.${path}' must be an entity ref such as component:default/payments-api`,
  );
}
