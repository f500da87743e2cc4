import { Knex } from 'knex';
import { appendEntry } from '../../ledger/appendEntry';
import { StoredSignOff } from '../ContextStore';
import { SignOffRow } from '../contextRows';
import { bumpEpoch } from '../epoch';
import { holdContextEntities } from './holdContextEntities';

/**
 * Records a sign-off, unless a source says something else by now than what was signed off.
 *
 * @returns whether it was recorded
 */
export async function recordSignOff(
  tx: Knex.Transaction,
  signOff: StoredSignOff,
): Promise<boolean> {
  const { id, entityRef, factType } = signOff;
  await holdContextEntities(tx, [entityRef]);
  const otherwise = await tx('context_current as current')
    .join('context_assertion as said', 'said.id', 'current.assertion_id')
    .where('current.entity_ref', entityRef)
    .where('current.fact_type', factType)
    .whereNot('said.digest', signOff.digest)
    .first('said.id');
  if (otherwise) {
    return false;
  }
  const row: SignOffRow = {
    id,
    entity_ref: entityRef,
    fact_type: factType,
    digest: signOff.digest,
    person_ref: signOff.personRef,
    standing: signOff.standing,
    comment: signOff.comment ?? null,
    signed_off_at: signOff.signedOffAt,
    lapsed_at: null,
  };
  await tx('context_sign_off').insert(row);
  await appendEntry(tx, {
    stream: `context:${entityRef}`,
    type: 'context.signed-off',
    body: { signOffId: id, factType },
    payloads: [
      {
        name: 'signer',
        content: { person: signOff.personRef, standing: signOff.standing },
        classification: 'person',
      },
      {
        name: 'value',
        content: { digest: signOff.digest },
        classification: 'facts',
      },
      ...(signOff.comment === undefined
        ? []
        : [
            {
              name: 'comment',
              content: signOff.comment,
              classification: 'free-text' as const,
            },
          ]),
    ],
    time: new Date(signOff.signedOffAt),
  });
  await bumpEpoch(tx);
  return true;
}
