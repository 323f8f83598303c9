import { Link } from '@remix-run/react';
import styles from './settings.module.css';

interface Plugin {
  readonly id: string;
  readonly title: string;
  readonly follows: boolean;
  readonly maps: boolean;
  readonly receives: boolean;
}

/** The ways to reach another system, each with what it does. */
export function PluginChoice({ plugins }: { readonly plugins: readonly Plugin[] }) {
  return (
    <dl className={styles.facts}>
      {plugins.map((plugin) => (
        <div key={plugin.id}>
          <dt>
            <Link className={styles.strong ?? ''} to={`/settings/connections/new?plugin=${plugin.id}`}>
              {plugin.title}
            </Link>
          </dt>
          <dd>{whatItDoes(plugin)}</dd>
        </div>
      ))}
    </dl>
  );
}

function whatItDoes({ follows, maps, receives }: Plugin): string {
  return [
    follows ? 'Tells the other system what happens to cases, as it happens.' : '',
    maps ? 'Keeps a record there in step with each case of the request types that use it.' : '',
    receives ? 'Takes signed messages from it, such as new requests.' : '',
  ]
    .filter(Boolean)
    .join(' ');
}
