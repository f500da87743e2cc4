import { Facts, known } from '../../../model';
import { readFact, withFact } from '../../facts';
import { plainText } from '../../wording';
import { changing, UnblockCandidate } from '../UnblockCandidate';

/** What is done on behalf of somebody who may not do it could be done on behalf of somebody who may. */
export function ownerDelegates(facts: Facts): UnblockCandidate[] {
  const { value: delegation } = readFact(facts, 'subject.delegation');
  const { value: person } = readFact(facts, 'subject.ref');
  const { value: owner } = readFact(facts, 'target.owner');
  const { value: groups, read } = readFact(facts, 'subject.groups');
  if (
    delegation === undefined ||
    person === undefined ||
    owner === undefined ||
    groups === undefined ||
    groups.includes(owner)
  ) {
    return [];
  }
  return [
    {
      steps: [
        {
          kind: 'owner-delegates',
          message: `It is done on behalf of ${plainText(
            person,
          )}, who may not change the target: ${plainText(
            owner,
          )}, or somebody in it, must delegate it to the agent.`,
          who: [owner],
        },
      ],
      apply: changing(before =>
        withFact(
          before,
          'subject.groups',
          known([...groups, owner], read.source),
        ),
      ),
    },
  ];
}
