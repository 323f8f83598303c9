import { Form, Link } from '@remix-run/react';
import { typeOptions } from '../../lib/type-options.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { NamedChoice } from '../../ui/named-choice.tsx';
import styles from './log.module.css';

/** What narrows the log, as the address says it. */
export interface LogNarrowing {
  readonly actor: string;
  readonly kind: string;
  readonly type: string;
  readonly rule: string;
  readonly stream: string;
  readonly refused: string;
  readonly decision: string;
  readonly from: string;
  readonly until: string;
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

const decisions = [
  { id: 'approve', label: 'approved' },
  { id: 'reject', label: 'rejected' },
  { id: 'return', label: 'sent back' },
  { id: 'retract', label: 'taken back' },
];

/** Narrows the log; a form that only reads, so that its address can be kept and sent. */
export function LogFilters({
  now,
  types,
  people,
  rules,
}: {
  readonly now: LogNarrowing;
  readonly types: readonly { readonly slug: string; readonly title: string }[];
  /** Names to offer. */
  readonly people: readonly string[];
  readonly rules: readonly string[];
}) {
  const narrowed = Object.values(now).some((value) => value !== '');
  return (
    <Form method="get" className={styles.filters} role="search" aria-label="Narrow the log">
      <Choice name="kind" label="What" value={now.kind} any="anything" options={kinds} />
      <Choice name="type" label="Request type" value={now.type} any="any" options={typeOptions(types)} />
      <Choice name="decision" label="Decision" value={now.decision} any="any" options={decisions} />
      <NamedChoice name="actor" label="Who" value={now.actor} offered={people} />
      <NamedChoice
        name="rule"
        label="Rule"
        value={now.rule}
        offered={rules}
        placeholder={now.type === '' ? 'a type first, or its id' : 'its name or id'}
      />
      <label>
        <span>Case</span>
        <input name="stream" defaultValue={now.stream} key={now.stream} placeholder="number or id" />
      </label>
      <label>
        <span>From</span>
        <input type="date" name="from" defaultValue={now.from} key={now.from} />
      </label>
      <label>
        <span>
          Until<span className="only-read">, that day included</span>
        </span>
        <input type="date" name="until" defaultValue={now.until} key={now.until} />
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
      <div className={styles.show}>
        <Button>Show</Button>
        {narrowed ? <Link to="/log">Everything</Link> : null}
      </div>
    </Form>
  );
}
