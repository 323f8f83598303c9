import { Form, Link } from '@remix-run/react';
import { typeOptions } from '../../lib/type-options.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import styles from './log.module.css';

/** What narrows the log, as the address says it. */
export interface LogNarrowing {
  readonly actor: string;
  readonly kind: string;
  readonly type: string;
  readonly rule: string;
  readonly stream: string;
  readonly refused: string;
}

const kinds = [
  { id: 'submitted', label: 'submissions' },
  { id: 'routed', label: 'routing decisions' },
  { id: 'voted', label: 'votes' },
  { id: 'decided', label: 'decided gates' },
  { id: 'state-entered', label: 'changes of state' },
  { id: 'assigned', label: 'hand-overs' },
  { id: 'asked', label: 'questions' },
  { id: 'escalated', label: 'escalations' },
  { id: 'published', label: 'published versions' },
];

/** Narrows the log; a form that only reads, so that its address can be kept and sent. */
export function LogFilters({
  now,
  types,
}: {
  readonly now: LogNarrowing;
  readonly types: readonly { readonly slug: string; readonly title: string }[];
}) {
  const narrowed = Object.values(now).some((value) => value !== '');
  return (
    <Form method="get" className={styles.filters} role="search" aria-label="Narrow the log">
      <Choice name="kind" label="What" value={now.kind} any="anything" options={kinds} />
      <Choice name="type" label="Request type" value={now.type} any="any" options={typeOptions(types)} />
      <label>
        <span>Who</span>
        <input name="actor" defaultValue={now.actor} key={now.actor} placeholder="id of a person" />
      </label>
      <label>
        <span>Rule</span>
        <input name="rule" defaultValue={now.rule} key={now.rule} placeholder="id of a rule" />
      </label>
      <label>
        <span>Case</span>
        <input name="stream" defaultValue={now.stream} key={now.stream} placeholder="number or id" />
      </label>
      <label className={styles.only}>
        <input
          type="checkbox"
          name="refused"
          value="true"
          defaultChecked={now.refused === 'true'}
          key={now.refused}
        />
        <span>Refused attempts only</span>
      </label>
      <Button>Show</Button>
      {narrowed ? <Link to="/log">Everything</Link> : null}
    </Form>
  );
}
