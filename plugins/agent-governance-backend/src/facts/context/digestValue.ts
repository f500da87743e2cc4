import {
  JsonValue,
  canonicalJson,
  sha256Hex,
} from '@agentgov/backstage-plugin-agent-governance-common';

/** SHA-256 (hex) of the canonical value of a context fact: what sign-offs are bound to. */
export function digestValue(value: JsonValue): string {
  return sha256Hex(canonicalJson(value));
}
