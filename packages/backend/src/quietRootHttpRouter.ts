import { rootHttpRouterServiceFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { withoutStackTraces } from './withoutStackTraces';

/** The platform's root router, but answers never carry a stack trace, in development either. */
export const quietRootHttpRouter = rootHttpRouterServiceFactory({
  configure({ app, applyDefaults }) {
    app.use(withoutStackTraces);
    applyDefaults();
  },
});
