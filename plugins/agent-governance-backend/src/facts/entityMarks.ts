import { Entity } from '@backstage/catalog-model';
import {
  AGENTS_ANNOTATION,
  DATA_CLASS_ANNOTATION,
  TIER_ANNOTATION,
  TargetAgentsRule,
} from '@agentgov/backstage-plugin-agent-governance-common';

/** What an entity says of itself: a value, nothing, or something nobody can make sense of. */
export type Mark<T> =
  | { state: 'known'; value: T }
  | { state: 'none' }
  | { state: 'unknown'; because: string };

/** Whether a text can be a tier or a data class. */
export function isMark(text: string): boolean {
  return /^[a-z0-9](?:[a-z0-9._-]{0,61}[a-z0-9])?$/i.test(text);
}

/**
 * How much depends on an entity, in the portal's own words.
 *
 * @param tiers - those that are configured; a tier that is not among them is a mistake, and not a low one
 */
export function tierOf(entity: Entity, tiers: readonly string[]): Mark<string> {
  const mark = readMark(entity, TIER_ANNOTATION, 'tier');
  return mark.state === 'known' &&
    tiers.length > 0 &&
    !tiers.includes(mark.value)
    ? {
        state: 'unknown',
        because: `Its tier is none of agentGovernance.tiers: ${tiers.join(
          ', ',
        )}`,
      }
    : mark;
}

/** How sensitive what an entity holds is. */
export function dataClassOf(entity: Entity): Mark<string> {
  return readMark(entity, DATA_CLASS_ANNOTATION, 'data-class');
}

/** What an entity says about agents in short. */
export function agentsRuleOf(entity: Entity): Mark<TargetAgentsRule['rule']> {
  const said = entity.metadata.annotations?.[AGENTS_ANNOTATION];
  switch (said) {
    case undefined:
      return { state: 'none' };
    case 'forbidden':
    case 'supervised':
    case 'allowed':
      return { state: 'known', value: said };
    default:
      return {
        state: 'unknown',
        because: `${AGENTS_ANNOTATION} must be forbidden, supervised or allowed`,
      };
  }
}

/** The highest of several tiers; none where nothing has one. */
export function highestOf(
  marks: ReadonlyArray<Mark<string>>,
  tiers: readonly string[],
): Mark<string> {
  const open = marks.find(({ state }) => state === 'unknown');
  if (open) {
    return open;
  }
  const found = new Set(
    marks.flatMap(mark => (mark.state === 'known' ? [mark.value] : [])),
  );
  if (found.size === 0) {
    return { state: 'none' };
  }
  const highest = tiers.find(tier => found.has(tier));
  return highest === undefined
    ? {
        state: 'unknown',
        because:
          'Which tier is higher than which is not configured (agentGovernance.tiers)',
      }
    : { state: 'known', value: highest };
}

/** The annotation counts; the label only where there is no annotation. */
function readMark(
  { metadata }: Entity,
  annotation: string,
  label: string,
): Mark<string> {
  const annotated = metadata.annotations?.[annotation];
  const [said, where] =
    annotated === undefined
      ? [metadata.labels?.[label], `label ${label}`]
      : [annotated, annotation];
  if (said === undefined) {
    return { state: 'none' };
  }
  return isMark(said)
    ? { state: 'known', value: said }
    : {
        state: 'unknown',
        because: `${where} must be up to 63 letters, digits, dashes, dots and underscores`,
      };
}
