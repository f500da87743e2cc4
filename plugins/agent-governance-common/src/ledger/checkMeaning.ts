import { LedgerEntryType, LedgerEnvelope } from '../model';
import { applyDecision } from './applyDecision';
import { applyClaim, applySettlement } from './applyExecution';
import { applyReconciliation, applyReport } from './applyOutcome';
import { applyPeople, checkSamePeople } from './applyPeople';
import { applyReview } from './applyReview';
import { applyTransition } from './applyTransition';
import { bodySchemas } from './bodySchemas';
import { wrongBody, wrongPlace } from './entryProblems';
import { Problem, problem } from './Problem';
import { RequestStory } from './RequestStory';

const SCHEMA_OF: Partial<Record<LedgerEntryType, keyof typeof bodySchemas>> = {
  'action-request.decided': 'decided',
  'action-request.redecided': 'decided',
  'action-request.reviewed': 'reviewed',
  'action-request.transitioned': 'transitioned',
  'execution.claimed': 'claimed',
  'execution.settled': 'settled',
  'execution.deferred': 'deferred',
  'execution.reported': 'reported',
  'execution.reconciled': 'reconciled',
};

/** Whether an entry is part of the story of an action request. */
export function isAboutRequest(type: LedgerEntryType): boolean {
  return SCHEMA_OF[type] !== undefined;
}

/** Takes a request's story one entry further, and says what cannot have happened like this. */
export function checkMeaning(options: {
  envelope: LedgerEnvelope;
  payloads: Map<string, string | Uint8Array>;
  story: RequestStory;
  /** Idempotency keys under which an effect was accepted, in the whole ledger. */
  accepted: Set<string>;
}): Problem[] {
  const { envelope, payloads, story, accepted } = options;
  const { type, stream, body } = envelope;
  const beside = {
    committed: envelope.payloads.map(({ name }) => name),
    payloads,
  };
  const schema = bodySchemas[SCHEMA_OF[type]!];
  const common = schema.safeParse(body);
  if (!common.success) {
    return wrongBody(type, common.error);
  }
  const problems = [
    ...wrongPlace(stream, {
      what: `request ${common.data.requestId}`,
      stream: `action-request:${common.data.requestId}`,
    }),
    ...checkRevision(story, common.data.revision),
  ];
  switch (type) {
    case 'action-request.decided':
    case 'action-request.redecided': {
      const decided = bodySchemas.decided.parse(body);
      const isFirst = type === 'action-request.decided';
      const whose = isFirst
        ? applyPeople(story, decided, envelope, payloads.get('people'))
        : checkSamePeople(story, decided);
      return [
        ...problems,
        ...whose,
        ...applyDecision(story, decided, { isFirst, beside }),
      ];
    }
    case 'action-request.reviewed': {
      const reviewed = bodySchemas.reviewed.parse(body);
      return [...problems, ...applyReview(story, reviewed, payloads)];
    }
    case 'action-request.transitioned': {
      const transitioned = bodySchemas.transitioned.parse(body);
      return [...problems, ...applyTransition(story, transitioned)];
    }
    case 'execution.claimed':
      return [
        ...problems,
        ...applyClaim(story, bodySchemas.claimed.parse(body), beside),
      ];
    case 'execution.settled': {
      const settled = bodySchemas.settled.parse(body);
      return [...problems, ...applySettlement(story, settled, accepted)];
    }
    case 'execution.reported':
      return [
        ...problems,
        ...applyReport(story, bodySchemas.reported.parse(body)),
      ];
    case 'execution.reconciled': {
      const reconciled = bodySchemas.reconciled.parse(body);
      return [
        ...problems,
        ...applyReconciliation(story, reconciled, { ...beside, accepted }),
      ];
    }
    default:
      return problems;
  }
}

function checkRevision(story: RequestStory, revision: number): Problem[] {
  const isLater = revision > story.revision;
  const problems = isLater
    ? []
    : [
        problem(
          'illegal-transition',
          `Revision ${revision} follows on ${story.revision}`,
        ),
      ];
  story.revision = revision;
  return problems;
}
