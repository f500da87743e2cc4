import { createApp } from '@backstage/frontend-defaults';
import { navModule } from './modules/nav';
import { signInModule } from './modules/signIn';

/** Every plugin among this package's dependencies is found by itself; see `app.packages` in app-config.yaml. */
export default createApp({ features: [navModule, signInModule] });
