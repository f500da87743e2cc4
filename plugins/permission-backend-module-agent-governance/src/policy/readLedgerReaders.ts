import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { Config } from '@backstage/config';
import { ForwardedError, InputError } from '@backstage/errors';

const KEYS = ['agentGovernance.auditors', 'agentGovernance.admins'] as const;
const KINDS = ['user', 'group'];

/** Who may read the whole record, from config; a value that names no person or group stops the start. */
export function readLedgerReaders(config: Config): string[] {
  return KEYS.flatMap(key =>
    (config.getOptionalStringArray(key) ?? []).map((ref, index) =>
      readRef(ref, `${key}[${index}]`),
    ),
  );
}

function readRef(ref: string, key: string): string {
  const entity = parse(ref, key);
  if (!KINDS.includes(entity.kind.toLocaleLowerCase('en-US'))) {
    throw new InputError(`${key} must name a user or a group, and is "${ref}"`);
  }
  return stringifyEntityRef(entity);
}

function parse(ref: string, key: string) {
  try {
    return parseEntityRef(ref);
  } catch (error) {
    throw new ForwardedError(
      `${key} must be an entity ref such as group:default/audit, and is "${ref}"`,
      error,
    );
  }
}
