import type { createColors } from 'picocolors';
import { RuleCoverage } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { TestRun } from './TestRun';
import { shortRef } from './words';

/** Per policy what fixtures tried of it, with every outcome that none did. */
export function coverageLines(
  { coverage }: TestRun,
  colours: ReturnType<typeof createColors>,
): string[] {
  const { policies } = coverage;
  if (policies.length === 0) {
    return [];
  }
  const width = Math.max(...policies.map(({ ref }) => shortRef(ref).length));
  return [
    'Outcomes of rules that some fixture sees:',
    ...policies.flatMap(({ ref, required, covered, mode, rules }) => {
      const text = `${shortRef(ref).padEnd(width)}  ${covered} of ${required}`;
      return [
        `  ${covered === required ? text : colours.yellow(text)}${
          mode === 'shadow' ? colours.dim('  in shadow') : ''
        }`,
        ...rules.flatMap(rule =>
          untried(rule).map(line => `    ${colours.yellow(line)}`),
        ),
      ];
    }),
    '',
  ];
}

function untried({ name, when, matched, notMatched, unknown }: RuleCoverage) {
  const seen = unknown > 0 ? ` (unknown in ${unknown})` : '';
  return [
    ...(matched === 0 ? [`${name}: never matches${seen}`] : []),
    ...(when !== undefined && notMatched === 0
      ? [`${name}: its when is never false${seen}`]
      : []),
  ];
}
