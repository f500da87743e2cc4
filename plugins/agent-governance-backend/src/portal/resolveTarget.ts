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
  const { entityRef, kind, namespace, name } = input;
  if (entityRef !== undefined) {
    return toRef(entityRef, 'entityRef');
  }
  if (kind === undefined || name === undefined) {
    throw new InputError(
      `What this acts on cannot be told from its input, so it cannot be decided: it names no 'entityRef', nor 'kind' and 'name'`,
    );
  }
  for (const [key, value] of Object.entries({ kind, namespace, name })) {
    if (value !== undefined && typeof value !== 'string') {
      throw new InputError(`'input.${key}' must be a text`);
    }
  }
  // composed, not parsed: a name that is itself a ref would be read as another entity than the plugin reads
  return toRef(`${kind}:${namespace ?? 'default'}/${name}`, 'name');
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
