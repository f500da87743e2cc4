import { InputError } from '@backstage/errors';
import {
  FactOverride,
  MAX_FACT_OVERRIDES,
  SimulationInput,
  canonicalJson,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { problemWithOverride } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { isTimeZone } from '../../config/readTimeZone';
import { ClockOverride } from '../../facts/overrideTime';
import { canonicalOrRefuse } from '../input/canonicalOrRefuse';
import { parseInstant } from '../input/parseInstant';
import { parseRef } from '../input/parseRef';

const YEARS = 5;
const YEAR_MS = 366 * 86_400_000;

/** Facts that are said in another field, so that what follows from them is never at odds with them. */
const SAID_ELSEWHERE: Record<string, string> = {
  input: `'input'`,
  'time.now': `'at'`,
  'time.weekday': `'at' and 'zone'`,
  'time.hour': `'at' and 'zone'`,
  'time.zone': `'zone'`,
};

/** What somebody wants to try out, understood but for what only the portal knows. */
export interface ReadSimulation
  extends Pick<
    SimulationInput,
    | 'actionId'
    | 'environment'
    | 'input'
    | 'quotesContext'
    | 'draft'
    | 'decisionId'
  > {
  agentRef?: string;
  targetRef?: string;
  onBehalfOf?: string;
  clock: ClockOverride;
  overrides: FactOverride[];
}

/**
 * Understands what somebody wants to try out.
 *
 * @throws InputError naming the field, what it must be and what it is
 */
export function readSimulation(
  asked: SimulationInput,
  now: Date,
): ReadSimulation {
  canonicalOrRefuse(() => canonicalJson(withoutAbsent(asked)));
  const { actionId, environment, input, quotesContext, zone } = asked;
  const { decisionId, draft } = asked;
  const ref = (field: 'agentRef' | 'targetRef' | 'onBehalfOf') =>
    asked[field] === undefined ? undefined : parseRef(asked[field], field);
  if (zone !== undefined && !isTimeZone(zone)) {
    throw new InputError(
      `'zone' must be the IANA name of a time zone such as Europe/Berlin, or UTC, and is '${zone}'`,
    );
  }
  return {
    actionId,
    environment,
    input,
    quotesContext,
    draft,
    decisionId,
    agentRef: ref('agentRef'),
    targetRef: ref('targetRef'),
    onBehalfOf: ref('onBehalfOf'),
    clock: {
      ...(asked.at !== undefined && { at: parseMoment(asked.at, now) }),
      ...(zone !== undefined && { zone }),
    },
    overrides: readOverrides(asked.facts ?? []),
  };
}

/** Freezes recur for ever; nobody plans that far. */
function parseMoment(value: string, now: Date): Date {
  const at = parseInstant(value, 'at');
  if (Math.abs(at.getTime() - now.getTime()) > YEARS * YEAR_MS) {
    throw new InputError(
      `'at' must be within ${YEARS} years of now, and is ${at.toISOString()}`,
    );
  }
  return at;
}

function readOverrides(facts: FactOverride[]): FactOverride[] {
  if (facts.length > MAX_FACT_OVERRIDES) {
    throw new InputError(
      `'facts' may override at most ${MAX_FACT_OVERRIDES} facts, and overrides ${facts.length}`,
    );
  }
  const seen = new Set<string>();
  facts.forEach((override, index) => {
    const problem =
      problemWithOverride(override) ?? elsewhere(override) ?? twice(override);
    if (problem !== undefined) {
      throw new InputError(`facts[${index}]: ${problem}`);
    }
    seen.add(override.path);
  });
  return facts;

  function twice({ path }: FactOverride) {
    return seen.has(path) ? `'${path}' is overridden twice` : undefined;
  }
}

function elsewhere({ path, state, value }: FactOverride): string | undefined {
  return state === 'known' && value !== undefined && path in SAID_ELSEWHERE
    ? `say what '${path}' is with ${SAID_ELSEWHERE[path]}`
    : undefined;
}

function withoutAbsent(asked: object): object {
  return Object.fromEntries(
    Object.entries(asked).filter(([, value]) => value !== undefined),
  );
}
