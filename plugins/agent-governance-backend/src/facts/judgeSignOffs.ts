import {
  ContextSignOff,
  ContextStandard,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { PeopleDirectory } from '../service/types';
import { StoredSignOff } from '../store/ContextStore';
import { judgeSignOff } from './context/judgeSignOff';

/**
 * Says of sign-offs whether they count now. A signer's standing is asked anew, once for each
 * person and only where it can matter.
 *
 * @throws ServiceUnavailableError when a signer's standing cannot be established
 */
export async function judgeSignOffs(
  signOffs: StoredSignOff[],
  present: {
    people: PeopleDirectory;
    /** Digest of the value that holds now. */
    digestOf: (factType: string) => string | undefined;
    standardOf: (factType: string) => ContextStandard | undefined;
    /** Owner refs that stand for who may sign off. */
    signersOf: (factType: string) => string[];
  },
): Promise<ContextSignOff[]> {
  const { people, digestOf, standardOf, signersOf } = present;
  const answers = new Map<string, Promise<boolean>>();
  const hasStanding = async ({ personRef, factType }: StoredSignOff) => {
    const signers = signersOf(factType);
    const key = [personRef, ...signers].join(' ');
    const answer =
      answers.get(key) ??
      people.standing(personRef, signers).then(found => found !== undefined);
    answers.set(key, answer);
    return answer;
  };
  return Promise.all(
    signOffs.map(async signOff => {
      const digest = digestOf(signOff.factType);
      const isOpen = !signOff.lapsedAt && signOff.digest === digest;
      return judgeSignOff(signOff, {
        digest,
        standard: standardOf(signOff.factType),
        hasStanding: isOpen && (await hasStanding(signOff)),
      });
    }),
  );
}
