import { Form } from '@remix-run/react';
import { Icon } from '../../ui/icon.tsx';
import styles from './demo-personas.module.css';

/** Says that company and people are invented, as whom one looks at them, and lets one be another of them; a menu that needs no scripts. */
export function DemoPersonas({
  personas,
  me,
}: {
  readonly personas: readonly { readonly persona: string; readonly id: string; readonly name: string }[];
  readonly me: string;
}) {
  const now = personas.find(({ id }) => id === me);
  return (
    <details className={styles.demo} key={me}>
      <summary>
        <span>
          <b>Demo</b>
          <span className={styles.who}>
            {now === undefined ? ': invented company and people' : `: you are ${now.name}, ${now.persona}`}
          </span>
        </span>
        <Icon name="chev-up" />
      </summary>
      <Form method="post" action="/demo/persona" className={styles.menu ?? ''} aria-label="Be somebody else">
        <p>Company and people are invented. Look at it as</p>
        {personas.map(({ persona, id, name }) => (
          <button
            key={persona}
            type="submit"
            name="persona"
            value={persona}
            aria-current={id === me ? 'true' : undefined}
          >
            <span>{name}</span>
            <span className={styles.role}>{persona}</span>
          </button>
        ))}
      </Form>
    </details>
  );
}
