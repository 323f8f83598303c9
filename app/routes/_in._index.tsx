import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { TypeCards } from '../features/catalogue/type-cards.tsx';
import { FirstSteps } from '../features/start/first-steps.tsx';
import { ShortList } from '../features/start/short-list.tsx';
import styles from '../features/start/start.module.css';
import { StateFigures } from '../features/start/state-figures.tsx';
import { Page } from '../ui/page.tsx';
import { loader } from './_in._index.server.ts';

export { loader };

export const meta: MetaFunction = () => [{ title: 'Start · Signalbox' }];

export default function Start() {
  const { types, state, asked, own, steps } = useLoaderData<typeof loader>();
  return (
    <Page title="Start">
      <StateFigures state={state} />
      {steps.length === 0 ? null : <FirstSteps steps={steps} />}
      <ShortList
        id="asked"
        title="Asked of you next"
        rows={asked}
        all={{ to: '/inbox', label: 'Your inbox' }}
      />
      <ShortList
        id="own"
        title="What you asked for"
        rows={own}
        all={{ to: '/requests', label: 'All your requests' }}
      />
      {types.length === 0 ? null : (
        <div className={styles.types}>
          <TypeCards title="What you can ask for" types={types} />
        </div>
      )}
      {types.length === 0 && steps.length === 0 ? (
        <section className={styles.types}>
          <h2>What you can ask for</h2>
          <p className={styles.empty}>
            Nothing can be requested yet. A designer publishes the first request type; it is in the catalogue
            at once.
          </p>
        </section>
      ) : null}
    </Page>
  );
}
