import { Icon } from '../../ui/icon.tsx';
import { Line, type Station } from '../../ui/line.tsx';
import styles from './submit.module.css';

/** An approval on the way, as its place tells it. */
interface Gate {
  readonly id: string;
  readonly title: string;
  /** Title of the state it is asked in. */
  readonly state: string;
  readonly why: string | null;
  readonly signers: readonly string[];
}

/** The way a request takes once it was sent: approvals the answers ask for are stations of it, those they may ask for stand below. */
export function NextPanel({
  ahead,
  gates,
  takes,
  asked,
}: {
  readonly ahead: readonly string[];
  readonly gates: readonly Gate[];
  readonly takes: string | null;
  /** By the ids of approvals, whether the answers ask for them. */
  readonly asked: Readonly<Record<string, 'yes' | 'no' | 'maybe'>>;
}) {
  const isOnTheWay = ({ state }: Gate): boolean => ahead.includes(state);
  const certain = gates.filter((gate) => asked[gate.id] === 'yes' && isOnTheWay(gate));
  const maybe = gates.filter((gate) => asked[gate.id] !== 'no' && !certain.includes(gate));
  const stations: Station[] = [
    { id: 'you', title: 'You send it', at: 'here', note: 'You get a page to follow it on.' },
    ...ahead.flatMap((title, index) => [
      {
        id: title,
        title,
        at: index === ahead.length - 1 ? ('end' as const) : ('ahead' as const),
      },
      ...certain
        .filter(({ state }) => state === title)
        .map((gate) => ({ id: gate.id, title: gate.title, at: 'ahead' as const, note: noteOf(gate) })),
    ]),
  ];
  return (
    <div className={styles.panel}>
      <h2>What happens next</h2>
      {takes === null ? null : <p className={styles.takes}>{takes}</p>}
      <div aria-live="polite">
        <Line stations={stations} />
      </div>
      {maybe.length === 0 ? null : (
        <div className={styles.approvals}>
          <h3>{certain.length === 0 ? 'Who may have to agree' : 'Who else may have to agree'}</h3>
          <ul>
            {maybe.map((gate) => (
              <li key={gate.id}>
                <span>{gate.title}</span>
                <span className={styles.note}>{noteOf(gate)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <p className={styles.own}>
        <Icon name="info" />
        <span>Nobody decides on their own request. If you are also an approver, someone else is asked.</span>
      </p>
    </div>
  );
}

const noteOf = ({ why, signers }: Gate): string =>
  [why, `Signed by ${signers.join(', then ')}.`].filter((part) => part !== null).join(' ');
