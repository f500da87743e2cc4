import { PageMain } from '../PageMain';
import { RequestsBrowser } from './RequestsBrowser';

/** Every request a person may see. */
export function RequestsTable() {
  return (
    <PageMain
      title="Requests"
      description="What agents asked for, what was decided and what became of it."
    >
      <RequestsBrowser />
    </PageMain>
  );
}
