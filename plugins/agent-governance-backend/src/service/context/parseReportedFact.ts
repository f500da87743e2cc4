import { InputError } from '@backstage/errors';
import {
  CanonicalJsonError,
  ContextReportInput,
  JsonValue,
  canonicalJson,
  sha256Hex,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { ReportedFact } from '../../store/ContextStore';
import { parseInstant } from '../input/parseInstant';
import { parsePlainText } from '../input/parsePlainText';
import { parseRef } from '../input/parseRef';

const MAX_REVISION = 255;

/**
 * One statement of a report, checked and in its one spelling.
 *
 * @throws InputError naming the field
 */
export function parseReportedFact(
  fact: ContextReportInput['facts'][number],
  options: { index: number; maxBytes: number; latest: Date },
): ReportedFact {
  const { index, maxBytes, latest } = options;
  const at = `facts[${index}]`;
  const observedAt = parseInstant(fact.observedAt, `${at}.observedAt`);
  if (observedAt > latest) {
    throw new InputError(
      `${at}.observedAt: lies in the future; nothing can have been observed then`,
    );
  }
  return {
    index,
    entityRef: parseRef(fact.entity, `${at}.entity`),
    factType: fact.factType,
    value: fact.value,
    digest: sha256Hex(parseValue(fact.value, `${at}.value`, maxBytes)),
    ...(fact.revision !== undefined && {
      sourceRevision: parsePlainText(fact.revision, {
        field: `${at}.revision`,
        min: 1,
        max: MAX_REVISION,
      }),
    }),
    observedAt: observedAt.toISOString(),
  };
}

function parseValue(value: JsonValue, field: string, maxBytes: number): string {
  if (value === null || value === undefined) {
    throw new InputError(`${field}: is missing`);
  }
  const text = toCanonical(value, field);
  if (Buffer.byteLength(text) > maxBytes) {
    throw new InputError(`${field}: is larger than ${maxBytes} bytes`);
  }
  return text;
}

function toCanonical(value: JsonValue, field: string): string {
  try {
    return canonicalJson(value);
  } catch (error) {
    if (error instanceof CanonicalJsonError) {
      throw new InputError(`${field}: ${error.message}`);
    }
    throw error;
  }
}
