import { Form, Link } from '@remix-run/react';
import { Button } from '../../ui/button.tsx';
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
  ['', 'anything'],
  ['submitted', 'submissions'],
  ['routed', 'routing decisions'],
  ['voted', 'votes'],
  ['decided', 'decided gates'],
  ['state-entered', 'changes of state'],
  ['assigned', 'hand-overs'],
  ['asked', 'questions'],
  ['escalated', 'escalations'],
  ['published', 'published versions'],
] as const;

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
      <label>
        <span>What</span>
        <select name="kind" defaultValue={now.kind} key={now.kind}>
          {kinds.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>Request type</span>
        <select name="type" defaultValue={now.type} key={now.type}>
          <option value="">any</option>
          {types.map(({ slug, title }) => (
            <option key={slug} value={slug}>
              {title}
            </option>
          ))}
        </select>
      </label>
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
