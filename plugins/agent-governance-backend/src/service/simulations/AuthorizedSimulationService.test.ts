import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  MASKED_ENTITY_REF,
  Simulation,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { simulation } from '../../edges/http/__testUtils__/answers';
import { ana, viewSources } from '../__testUtils__/viewSources';
import { AuthorizedSimulationService } from './AuthorizedSimulationService';
import { SimulationGate } from './SimulationGate';
import { SimulationView } from './SimulationView';

const AGENT = 'agent:default/bot';
const TARGET = 'component:default/api';
const ASKED = { agentRef: AGENT, actionId: 'a:b', targetRef: TARGET };

function setUp(options: {
  allowed?: boolean;
  readable?: string[];
  isAuditor?: boolean;
  ownsBot?: boolean;
  answer?: () => Promise<Simulation>;
}) {
  const inner = {
    simulate: jest.fn(
      async (_asked: object, { view }: { view: SimulationView }) => {
        await view.assertSees(
          { agentRef: AGENT, targetRef: TARGET },
          'no such two',
        );
        return options.answer ? options.answer() : simulation;
      },
    ),
  };
  const service = AuthorizedSimulationService.create({
    simulations: inner,
    permissions: mockServices.permissions.mock({
      authorize: async () => [
        {
          result:
            options.allowed === false
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
        },
      ],
    }),
    sources: viewSources({ ...options, readable: options.readable ?? [] })
      .sources,
    gate: SimulationGate.create({ now: () => new Date() }),
  });
  return { service, inner };
}

const options = { caller: ana };

describe('AuthorizedSimulationService', () => {
  it('finds nothing out for whoever may not simulate, and says which permission is missing', async () => {
    const { service, inner } = setUp({ allowed: false });
    await expect(service.simulate(ASKED, options)).rejects.toThrow(
      'agent-governance.policy.simulate',
    );
    expect(inner.simulate).not.toHaveBeenCalled();
  });

  it.each([
    ['nothing', []],
    ['the agent alone', [AGENT]],
    ['the target alone', [TARGET]],
  ])(
    'invariant 14: is about nothing for whoever may read %s',
    async (_what, readable) => {
      for (const ownsBot of [false, true]) {
        const { service } = setUp({ readable, ownsBot });
        await expect(service.simulate(ASKED, options)).rejects.toMatchObject({
          name: 'NotFoundError',
        });
      }
    },
  );

  it('invariant 14: masks whom the person may not read', async () => {
    const { service } = setUp({ readable: [AGENT, TARGET] });
    const { facts, result } = await service.simulate(ASKED, options);
    expect(facts.agent.owner.value).toBe(MASKED_ENTITY_REF);
    expect(JSON.stringify(result)).not.toContain('group:default/payments');
  });

  it('shows an auditor all of it', async () => {
    const { service } = setUp({ isAuditor: true });
    expect(await service.simulate(ASKED, options)).toEqual(simulation);
  });

  it('lets one person have no more than two running, and tells by name', async () => {
    let end = () => {};
    const running = new Promise<void>(resolve => {
      end = resolve;
    });
    const { service } = setUp({
      readable: [AGENT, TARGET],
      answer: () => running.then(() => simulation),
    });
    const two = [1, 2].map(() => service.simulate(ASKED, options));
    await expect(service.simulate(ASKED, options)).rejects.toMatchObject({
      name: 'TooManySimulationsError',
      statusCode: 429,
    });
    end();
    await Promise.all(two);
    await expect(service.simulate(ASKED, options)).resolves.toBeDefined();
  });
});
