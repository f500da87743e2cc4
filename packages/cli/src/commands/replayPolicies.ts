import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type {
  PolicyDraft,
  Replay,
  ReplaysApi,
  ReplayScope,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { EXIT, ExitCode } from '../exitCodes';
import { readPolicies } from '../files/readPolicies';
import { InputProblem } from '../InputProblem';
import { askPortal } from '../portal/askPortal';
import { connect, PortalOptions } from '../portal/connect';
import { followReplay } from '../portal/followReplay';
import { placeOf, problemText } from '../report/words';
import { Surroundings } from '../Surroundings';

const DAY_MS = 86_400_000;

export interface ReplayOptions extends PortalOptions {
  days: number;
  off?: string[];
  enforce?: string[];
  shadow?: string[];
  agent?: string[];
  action?: string[];
  target?: string[];
  environment?: string[];
  title?: string;
  format: 'markdown' | 'json';
  output?: string;
  failOn: 'loosened' | 'any' | 'never';
}

/** `agentgov replay` */
export async function replayPolicies(
  paths: readonly string[],
  options: ReplayOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { cwd, err } = surroundings;
  const client = connect(options, surroundings);
  const { texts, problems } = await readPolicies(paths, { cwd });
  if (problems.length > 0) {
    problems.forEach(problem =>
      err(`${placeOf(problem)} ${problemText(problem)}\n`),
    );
    return EXIT.badInput;
  }
  const draft = draftOf(texts, options);
  return askPortal(surroundings, async () => {
    const started = await client.startReplay({
      draft,
      scope: scopeOf(options, new Date()),
      ...(options.title !== undefined && { title: options.title }),
    });
    const ended = await followReplay(started, client, surroundings);
    return conclude(ended, { client, options, surroundings });
  });
}

function draftOf(
  texts: ReadonlyArray<{ file: string; text: string }>,
  { off = [], enforce = [], shadow = [] }: ReplayOptions,
): PolicyDraft {
  const changes: PolicyDraft['changes'] = [
    ...texts.map(({ file, text }) => ({ kind: 'text' as const, file, text })),
    ...off.map(name => ({ kind: 'off' as const, policyRef: inFull(name) })),
    ...[
      ...enforce.map(name => ({ name, mode: 'enforce' as const })),
      ...shadow.map(name => ({ name, mode: 'shadow' as const })),
    ].map(({ name, mode }) => ({
      kind: 'mode' as const,
      policyRef: inFull(name),
      mode,
    })),
  ];
  if (changes.length === 0) {
    throw new InputProblem(
      'There is nothing to try: name files of policies, or --off, --enforce or --shadow.',
    );
  }
  return { changes };
}

function inFull(name: string): string {
  return name.includes(':') ? name : `agentpolicy:default/${name}`;
}

function scopeOf(
  { days, agent, action, target, environment }: ReplayOptions,
  now: Date,
): ReplayScope {
  return {
    from: new Date(now.getTime() - days * DAY_MS).toISOString(),
    to: now.toISOString(),
    ...(agent && { agents: agent }),
    ...(action && { actions: action }),
    ...(target && { targets: target }),
    ...(environment && { environments: environment }),
  };
}

async function conclude(
  replay: Replay,
  context: {
    client: ReplaysApi;
    options: ReplayOptions;
    surroundings: Surroundings;
  },
): Promise<ExitCode> {
  const { client, options, surroundings } = context;
  const { cwd, err, out } = surroundings;
  const { id, state, report, error, policies } = replay;
  const inert = policies.filter(one => one.inert !== undefined);
  inert.forEach(({ ref, inert: because }) =>
    err(`${ref} counts for nothing: ${because}.\n`),
  );
  if (state !== 'succeeded' || !report) {
    err(`The replay ${id} ${state}${error ? `: ${error}` : ''}.\n`);
    return EXIT.portal;
  }
  const text =
    options.format === 'json'
      ? `${JSON.stringify(report, undefined, 2)}\n`
      : await client.getReplayMarkdown(id);
  if (options.output === undefined) {
    out(text);
  } else {
    await writeFile(resolve(cwd, options.output), text);
  }
  const { loosened, tightened, checkpoint } = report;
  const turned = { loosened, any: loosened + tightened + checkpoint, never: 0 };
  // a text that counts for nothing was not tried, and that is never good news
  return turned[options.failOn] > 0 ||
    (options.failOn !== 'never' && inert.length > 0)
    ? EXIT.failed
    : EXIT.fine;
}
