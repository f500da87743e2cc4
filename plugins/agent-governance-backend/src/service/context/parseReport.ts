import { InputError } from '@backstage/errors';
import { ContextReportInput } from '@agentgov/backstage-plugin-agent-governance-common';
import { ReportedFact } from '../../store/ContextStore';
import { parseReportedFact } from './parseReportedFact';

const MAX_FACTS = 500;

/**
 * A report whose every statement is well-formed, and that says each thing once.
 *
 * @throws InputError naming the field
 */
export function parseReport(
  input: ContextReportInput,
  options: { maxBytes: number; latest: Date },
): ReportedFact[] {
  const { length } = input.facts;
  if (length < 1 || length > MAX_FACTS) {
    throw new InputError(`facts: must be 1 to ${MAX_FACTS}, not ${length}`);
  }
  const seen = new Map<string, number>();
  return input.facts.map((fact, index) => {
    const parsed = parseReportedFact(fact, { index, ...options });
    const key = `${parsed.entityRef} ${parsed.factType}`;
    if (seen.has(key)) {
      throw new InputError(
        `facts[${index}]: states the same as facts[${seen.get(key)}]`,
      );
    }
    seen.set(key, index);
    return parsed;
  });
}
