import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { NotFoundError } from '@backstage/errors';
import express from 'express';

/** What another plugin of the portal was made to do, and by whom. */
export interface ShopSeen {
  /** What it did. */
  effects: Array<{ what: string; by: string; secret?: string }>;
  /** Runs before an effect; throws to break it. */
  before: () => Promise<void>;
}

/** A plugin of somebody else, that knows nothing of governance: it has actions and routes. */
export function shopPlugin(seen: ShopSeen) {
  return createBackendPlugin({
    pluginId: 'shop',
    register(reg) {
      reg.registerInit({
        deps: {
          actions: actionsRegistryServiceRef,
          auth: coreServices.auth,
          discovery: coreServices.discovery,
          http: coreServices.httpRouter,
          httpAuth: coreServices.httpAuth,
        },
        async init({ actions, auth, discovery, http, httpAuth }) {
          const who = (principal: unknown) => {
            const { userEntityRef, subject, actor } = principal as {
              userEntityRef?: string;
              subject?: string;
              actor?: { subject: string };
            };
            return [userEntityRef ?? subject, actor?.subject]
              .filter(Boolean)
              .join(' by ');
          };
          actions.register({
            name: 'restock',
            title: 'Restock',
            description: 'Brings more of something',
            attributes: { readOnly: true, destructive: false },
            schema: {
              input: z =>
                z.object({
                  entityRef: z.string().optional(),
                  amount: z.number().int().positive().default(1),
                }),
              output: z => z.object({ restocked: z.number() }),
            },
            action: async ({ input, credentials }) => {
              await seen.before();
              seen.effects.push({
                what: `restock ${input.amount}`,
                by: who(credentials.principal),
              });
              return { output: { restocked: input.amount } };
            },
          });
          actions.register({
            name: 'recount',
            title: 'Recount',
            description:
              'Counts by asking itself over HTTP, in the name of who asks',
            schema: {
              input: z => z.object({ entityRef: z.string() }),
              output: z => z.object({ status: z.number() }),
            },
            action: async ({ credentials }) => {
              const { token } = await auth.getPluginRequestToken({
                onBehalfOf: credentials,
                targetPluginId: 'shop',
              });
              const response = await fetch(
                `${await discovery.getBaseUrl('shop')}/counts`,
                {
                  method: 'POST',
                  headers: { Authorization: `Bearer ${token}` },
                },
              );
              return { output: { status: response.status } };
            },
          });
          actions.register({
            name: 'reprice',
            title: 'Reprice',
            description: 'Changes a price',
            schema: {
              input: z => z.object({ entityRef: z.string() }),
              output: z => z.object({}),
            },
            action: async ({ credentials }) => {
              seen.effects.push({
                what: 'reprice',
                by: who(credentials.principal),
              });
              return { output: {} };
            },
          });
          actions.register({
            name: 'unlock',
            title: 'Unlock',
            description: 'Needs a secret',
            schema: {
              input: z => z.object({ entityRef: z.string() }),
              output: z => z.object({ unlocked: z.boolean() }),
              secrets: z => z.object({ code: z.string() }),
            },
            action: async ({ secrets, credentials }) => {
              seen.effects.push({
                what: 'unlock',
                by: who(credentials.principal),
                secret: secrets.code,
              });
              return { output: { unlocked: true } };
            },
          });
          const router = express.Router();
          router.use(express.json());
          router.put('/orders/:id', async (req, res, next) => {
            try {
              await seen.before();
              if (req.params.id === 'none') {
                throw new NotFoundError('There is no such order');
              }
              const { principal } = await httpAuth.credentials(req);
              seen.effects.push({
                what: `order ${req.params.id} ${JSON.stringify(req.body)} ${
                  req.query.note
                }`,
                by: who(principal),
              });
              res.status(202).json({ order: req.params.id, ...req.body });
            } catch (error) {
              next(error);
            }
          });
          router.use(async (req, res, next) => {
            try {
              const { principal } = await httpAuth.credentials(req);
              seen.effects.push({
                what: `${req.method} ${req.path}`,
                by: who(principal),
              });
              res.json({});
            } catch (error) {
              next(error);
            }
          });
          http.use(router);
        },
      });
    },
  });
}
