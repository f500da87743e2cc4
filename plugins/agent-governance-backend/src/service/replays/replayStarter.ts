import { PersonCaller } from '../Caller';
import { CallerView, ViewSources } from '../visibility/CallerView';
import { ReplayStarter } from './ReplayDesk';

const NOTHING: ReadonlySet<string> = new Set();

/** A person who starts a replay: asked with their own credentials, once, for all that the replay will look at. */
export function replayStarter(
  caller: PersonCaller,
  sources: ViewSources,
): ReplayStarter {
  const view = CallerView.create({
    sources,
    caller,
    operation: 'replay-start',
  });
  const readable = async (refs: string[]) =>
    refs.length === 0
      ? NOTHING
      : sources.visibility.readable([...new Set(refs)], caller);
  return {
    ref: caller.ref,
    hiddenOf: async refs => {
      const seen = await readable(refs);
      return new Set(refs.filter(ref => !seen.has(ref)));
    },
    visible: async all => {
      if (await view.isAuditor()) {
        return undefined;
      }
      const { agents, targets } = await all();
      const seen = await readable([...agents, ...targets]);
      return {
        agents: agents.filter(ref => seen.has(ref)),
        targets: targets.filter(ref => seen.has(ref)),
      };
    },
  };
}
