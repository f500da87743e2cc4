import { NotAllowedError } from '@backstage/errors';
import { ContextReportInput } from '@agentgov/backstage-plugin-agent-governance-common';
import { ContextSourceConfig } from '../../GovernanceConfig';

/**
 * The configured source that a report is from, if who sends it speaks for it and it may state
 * all that is in it.
 *
 * @throws NotAllowedError saying what the source may state
 */
export function findReportingSource(
  input: ContextReportInput,
  options: { sources: ContextSourceConfig[]; subject: string },
): ContextSourceConfig {
  const { sources, subject } = options;
  const source = sources.find(
    one => one.id === input.source && one.subject === subject,
  );
  if (!source) {
    throw new NotAllowedError(
      `'${subject}' does not speak for a context source '${input.source}'`,
    );
  }
  input.facts.forEach(({ factType }, index) => {
    if (!source.factTypes.includes(factType)) {
      throw new NotAllowedError(
        `facts[${index}].factType: the source '${
          source.id
        }' may state ${source.factTypes.join(', ')}, not '${factType}'`,
      );
    }
  });
  return source;
}
