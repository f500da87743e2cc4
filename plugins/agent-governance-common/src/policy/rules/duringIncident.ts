import { IncidentFactValue } from '../../model';
import { readFact } from '../facts';
import { formatInstant, notKnown, plainText, quoteText } from '../wording';
import { PolicyRule } from './PolicyRule';

/** True when an incident is open on the target, on its system, or on what it depends on directly. @public */
export const duringIncident: PolicyRule<undefined> = {
  name: 'duringIncident',
  description:
    'An incident is open on the target, on its system, or on what it depends on directly',
  version: 1,
  changeability: 'circumstance',
  evaluate(facts) {
    const { value, read } = readFact(facts, 'conditions.incident');
    if (value === undefined) {
      return {
        result: 'unknown',
        because: notKnown('whether an incident is open', read),
        reads: [read],
      };
    }
    return {
      result: value.active,
      because: value.active
        ? value.incidents.map(describe).join(', and ')
        : 'no incident is open',
      reads: [read],
    };
  },
};

function describe(incident: IncidentFactValue): string {
  const { title, severity, entityRef, openedAt, source } = incident;
  return `the incident ${quoteText(title)}${
    severity === undefined ? '' : ` (${plainText(severity)})`
  } is open on ${plainText(entityRef)} since ${plainText(
    formatInstant(openedAt),
  )} (source ${plainText(source)})`;
}
