import { PageMain } from '../PageMain';
import { ANYTHING, StopButton } from '../StopButton';
import { StopSections } from '../StopSections';

/** Brakes people pulled: in force, and released. */
export function StopsPage() {
  return (
    <PageMain
      title="Stops"
      description="While a stop is in force, nothing in its scope starts, whatever any policy says. One person pulls it; several release it."
      actions={<StopButton choices={ANYTHING} />}
    >
      <StopSections
        what="the stops"
        words={{
          'in-force': { title: 'In force', empty: 'Nothing is stopped.' },
          released: {
            title: 'Released',
            empty: 'No stop was ever released.',
          },
        }}
      />
    </PageMain>
  );
}
