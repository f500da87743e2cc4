import {
  DecisiveRule,
  FixtureResult,
  PolicyProblem,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';

/** `file:line:column`, as far as it is known. */
export function placeOf(place: {
  file?: string;
  line?: number;
  column?: number;
}): string {
  return [place.file, place.line, place.column]
    .filter(part => part !== undefined)
    .join(':');
}

/** A problem in one line, without its place. */
export function problemText({
  field,
  reason,
  suggestion,
}: PolicyProblem): string {
  const meant =
    suggestion === undefined ? '' : ` (did you mean ${suggestion}?)`;
  return `${field === '' ? '' : `${field}: `}${reason}${meant}`;
}

/** So many of something. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** A policy as people write it. */
export function shortRef(ref: string): string {
  return ref.replace(/^agentpolicy:default\//, '');
}

const LONG = 120;

/** Why a fixture did not pass, and what decided instead, in lines. */
export function whyLines(result: FixtureResult): string[] {
  const { differences, problems, decision, decisive } = result;
  if (problems.length > 0) {
    return problems.map(problemText);
  }
  const width = Math.max(...differences.map(({ field }) => field.length));
  return [
    ...differences.map(
      ({ field, expected, got }) =>
        `${field.padEnd(width)}  expected ${expected}, got ${got}`,
    ),
    decision.because,
    ...decisive.flatMap(decisiveLines),
  ];
}

function decisiveLines(one: DecisiveRule): string[] {
  const { level, policy, rule, effect, matched, because, reads } = one;
  const match = matched === true ? 'matched' : `is ${matched}`;
  return [
    `${shortRef(policy)}/${rule} (${level}, ${effect}) ${match}: ${because}`,
    ...reads.map(({ path, state, value, note }) => {
      const said =
        state === 'known' ? '' : ` (${state}${note ? `: ${note}` : ''})`;
      return `  ${path} = ${shortJson(value)}${said}`;
    }),
  ];
}

function shortJson(value: unknown): string {
  const text = value === undefined ? 'none' : JSON.stringify(value);
  return text.length > LONG ? `${text.slice(0, LONG)}…` : text;
}
