import { Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import { ReactNode } from 'react';
import { useSearchParams } from 'react-router-dom';
import styles from './ViewTabs.module.css';

/** One view of a page. */
export interface View {
  /** As the address says it. */
  id: string;
  title: string;
  render(): ReactNode;
}

const PARAM = 'view';

/** Views of one page, one at a time, by address; the first where the address names none of them. */
export function ViewTabs(props: { label: string; views: View[] }) {
  const { label, views } = props;
  const [params, setParams] = useSearchParams();
  const named = params.get(PARAM);
  const current = views.find(({ id }) => id === named) ?? views[0];
  return (
    <Tabs
      selectedKey={current.id}
      // what a view keeps in the address is none of the next one's business
      onSelectionChange={key => setParams({ [PARAM]: String(key) })}
    >
      <div className={styles.tabs}>
        <TabList aria-label={label}>
          {views.map(({ id, title }) => (
            <Tab key={id} id={id}>
              {title}
            </Tab>
          ))}
        </TabList>
      </div>
      {views.map(({ id, render }) => (
        <TabPanel key={id} id={id} className={styles.panel}>
          {id === current.id && render()}
        </TabPanel>
      ))}
    </Tabs>
  );
}
