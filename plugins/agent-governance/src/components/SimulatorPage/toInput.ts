import {
  ActionDescription,
  FactOverride,
  JsonObject,
  PolicyDraftChange,
  SimulationInput,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { toOverride } from './factText';
import { PolicyRow, SimulatorForm } from './SimulatorForm';

/** What a form asks, or what it still takes. */
export type FormOutcome = { input: SimulationInput } | { missing: string };

/** What the form asks of the portal. */
export function toInput(
  form: SimulatorForm,
  action: Pick<ActionDescription, 'derivesTarget'> | undefined,
): FormOutcome {
  const input = readInput(form.input);
  const facts = readFacts(form);
  const missing =
    whatIsMissing(form, action) ??
    input.missing ??
    facts.missing ??
    (form.changes.some(({ ref }) => ref === '')
      ? 'Choose the policy that is tried otherwise'
      : undefined);
  if (missing !== undefined) {
    return { missing };
  }
  const changes = changesOf(form);
  return {
    input: {
      ...(form.decision === undefined
        ? {
            agentRef: form.agent,
            actionId: form.action,
            ...(!action?.derivesTarget && {
              targetRef: form.target,
              environment: form.environment,
            }),
            ...(form.onBehalfOf && { onBehalfOf: form.onBehalfOf }),
            ...(form.quotes && { quotesContext: form.quotes === 'yes' }),
          }
        : { decisionId: form.decision }),
      ...(input.value && { input: input.value }),
      ...(form.at && { at: form.at }),
      ...(form.zone && { zone: form.zone }),
      ...(facts.overrides.length > 0 && { facts: facts.overrides }),
      ...(changes.length > 0 && { draft: { changes } }),
    },
  };
}

function whatIsMissing(
  form: SimulatorForm,
  action: Pick<ActionDescription, 'derivesTarget'> | undefined,
): string | undefined {
  if (form.decision !== undefined) {
    return undefined;
  }
  if (!form.agent) {
    return 'Choose the agent';
  }
  if (!form.action) {
    return 'Choose the action';
  }
  if (action?.derivesTarget) {
    return undefined;
  }
  if (!form.target) {
    return 'Choose the target';
  }
  return form.environment ? undefined : 'Choose the environment';
}

function readInput(text: string): { value?: JsonObject; missing?: string } {
  if (text.trim() === '') {
    return {};
  }
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? { value: value as JsonObject }
      : { missing: 'The input must be a JSON object' };
  } catch {
    return { missing: 'The input is not JSON' };
  }
}

function readFacts({ facts }: SimulatorForm): {
  overrides: FactOverride[];
  missing?: string;
} {
  const overrides: FactOverride[] = [];
  for (const row of facts) {
    const read = toOverride(row);
    if ('problem' in read) {
      return { overrides, missing: read.problem };
    }
    overrides.push(read.override);
  }
  return { overrides };
}

function changesOf({ text, changes }: SimulatorForm): PolicyDraftChange[] {
  return [
    ...(text.trim() === '' ? [] : [{ kind: 'text' as const, text }]),
    ...changes.map(toChange),
  ];
}

function toChange({ ref, change }: PolicyRow): PolicyDraftChange {
  return change === 'off'
    ? { kind: 'off', policyRef: ref }
    : { kind: 'mode', policyRef: ref, mode: change };
}
