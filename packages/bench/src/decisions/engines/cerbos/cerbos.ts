import { join } from 'node:path';
import { Verdict } from '../../scenario';
import { Engine, NotMeasured } from '../Engine';
import { PEERS_FOLDER } from '../peers/installPeers';
import { loadPeer, versionOfPeer } from '../peers/loadPeer';
import { CerbosServer } from './CerbosServer';
import { kindOf, toCerbos, UNATTENDED } from './cerbosPolicies';

/** What of its client is used. */
interface CerbosClient {
  GRPC: new (address: string, options: { tls: false }) => {
    checkResource(call: object): Promise<{
      isAllowed(action: string): boolean | undefined;
    }>;
    close(): void;
  };
}

const BINARY = '@cerbos/cerbos-linux-x64';

export const cerbos: Engine = {
  id: 'cerbos',
  title: 'Cerbos, a service on the loopback interface',
  includes:
    'one `checkResource` of its client over gRPC to a process of its own on the same cores, one caller: what it costs is the way there and back',
  workedRound:
    'It knows allow and deny for each action: an approval denies a second action, `unattended`, of the same call. One resource policy for each team, since a kind of resource has one; it finds that by the kind. Which rules matched is not asked for',
  async load({ policies, requests }) {
    if (versionOfPeer(BINARY) === undefined) {
      throw new NotMeasured(
        `${BINARY} is not installed; this is ${process.platform}-${process.arch}`,
      );
    }
    const { GRPC } = loadPeer<CerbosClient>('@cerbos/grpc');
    const server = await CerbosServer.start(
      join(PEERS_FOLDER, 'node_modules', BINARY, 'cerbos-linux-x64'),
      toCerbos(policies),
    );
    const client = new GRPC(server.address, { tls: false });
    const calls = requests.map(({ id, team, attributes }) => ({
      principal: { id: 'release-bot', roles: ['agent'] },
      resource: { kind: kindOf(team), id, attr: attributes },
      actions: [attributes.action, UNATTENDED],
    }));
    return {
      async decide(index): Promise<Verdict> {
        const call = calls[index];
        const answer = await client.checkResource(call);
        if (!answer.isAllowed(call.actions[0])) {
          return 'deny';
        }
        return answer.isAllowed(UNATTENDED) ? 'allow' : 'hold';
      },
      async close() {
        client.close();
        await server.stop();
      },
    };
  },
};
