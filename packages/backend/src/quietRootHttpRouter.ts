import { rootHttpRouterServiceFactory } from '@backstage/backend-defaults/rootHttpRouter';

/** The platform's own middleware in its own order, but answers never carry a stack trace, in development either. */
export const quietRootHttpRouter = rootHttpRouterServiceFactory({
  configure({ app, middleware, healthRouter, routes }) {
    app.use(middleware.helmet());
    app.use(middleware.cors());
    app.use(middleware.compression());
    app.use(middleware.logging());
    app.use(middleware.rateLimit());
    app.use(healthRouter);
    app.use(routes);
    app.use(middleware.notFound());
    app.use(middleware.error({ showStackTraces: false }));
  },
});
