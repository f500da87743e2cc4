import { casbin } from './casbin/casbin';
import { cedarSliced, cedarWhole } from './cedar/cedar';
import { cerbos } from './cerbos/cerbos';
import { Engine } from './Engine';
import { governance } from './governance/governance';
import { microsoft } from './microsoft/microsoft';

export { NotMeasured } from './Engine';
export type { Decider, Engine } from './Engine';
export { governance } from './governance/governance';
export { handWritten } from './handWritten';
export { installPeers } from './peers/installPeers';
export { versionOfPeer } from './peers/loadPeer';

/** What others are measured by, with the npm package that each comes from. */
export const PEERS: ReadonlyArray<{ engine: Engine; from: string }> = [
  { engine: cedarSliced, from: '@cedar-policy/cedar-wasm' },
  { engine: cedarWhole, from: '@cedar-policy/cedar-wasm' },
  { engine: casbin, from: 'casbin' },
  { engine: microsoft, from: '@microsoft/agent-governance-sdk' },
  { engine: cerbos, from: '@cerbos/cerbos-linux-x64' },
];

/** Everything that is compared with the hand-written function, ours first. */
export const COMPARED: readonly Engine[] = [
  governance,
  ...PEERS.map(({ engine }) => engine),
];
