import { useFetcher, useNavigate } from '@remix-run/react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { PlaceGroup } from '../../lib/place.ts';
import { useOwnKeys } from '../../lib/use-own-keys.ts';
import { Icon } from '../../ui/icon.tsx';
import type { Found } from './found.server.ts';
import { actionsOfPage, type Goal, goalsOf, matching } from './goals.ts';
import styles from './palette.module.css';

const waitMs = 120;

/** Goes anywhere by a few letters: actions of the page, places, cases, request types and people. */
export function Palette({
  groups,
  early,
  close,
  keys,
}: {
  readonly groups: readonly PlaceGroup[];
  /** What was typed before the palette was there. */
  readonly early: () => string;
  readonly close: () => void;
  /** Shows the keys of the page instead. */
  readonly keys: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [words, setWords] = useState(early);
  const [chosen, setChosen] = useState(0);
  const [actions] = useState(actionsOfPage);
  const found = useFound(words);
  const navigate = useNavigate();
  const own = useOwnKeys();
  const sections = matching(
    [...actions, ...goalsOf(groups), keysGoal(keys, own('?'))],
    words,
    found?.goals ?? [],
  );
  const goals = sections.flatMap((section) => section.goals);
  const current = Math.min(chosen, goals.length - 1);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const go = (goal: Goal | undefined): void => {
    if (goal === undefined) return;
    dialog.current?.close();
    if (goal.act === undefined) navigate(goal.to);
    else goal.act();
  };
  const press = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0 && goals.length > 0) {
      event.preventDefault();
      setChosen((current + by + goals.length) % goals.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      go(goals[current]);
    }
  };
  const searching = words.trim() !== '' && found?.words !== words.trim();
  return (
    <dialog className={styles.palette} ref={dialog} onClose={close} aria-label="Search or go to">
      <div className={styles.top}>
        <Icon name="search" />
        <input
          role="combobox"
          aria-label="Search or go to"
          aria-expanded={goals.length > 0}
          aria-controls="palette-goals"
          aria-activedescendant={goals.length === 0 ? undefined : `goal-${current}`}
          aria-autocomplete="list"
          placeholder="A number, a name, a page, what you want to do"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={words}
          onChange={(event) => {
            setWords(event.currentTarget.value);
            setChosen(0);
          }}
          onKeyDown={press}
        />
        <form method="dialog">
          <button type="submit" aria-label="Close">
            <kbd>Esc</kbd>
          </button>
        </form>
      </div>
      <p className="only-read" role="status">
        {searching ? 'Searching' : `${goals.length} found`}
      </p>
      <div className={styles.goals} id="palette-goals" role="listbox" aria-label="Found">
        {sections.map((section) => (
          <fieldset key={section.name} aria-label={section.name}>
            <p className={styles.head} aria-hidden="true">
              {section.name}
            </p>
            {section.goals.map((goal) => (
              <Option
                key={goal.id}
                goal={goal}
                at={goals.indexOf(goal)}
                current={goals[current] === goal}
                choose={() => go(goal)}
              />
            ))}
          </fieldset>
        ))}
      </div>
      {goals.length > 0 || searching ? null : (
        <p className={styles.nothing}>
          Nothing is called “{words.trim()}”. Try the number of a case, or fewer words.
        </p>
      )}
    </dialog>
  );
}

function Option({
  goal,
  at,
  current,
  choose,
}: {
  readonly goal: Goal;
  readonly at: number;
  readonly current: boolean;
  readonly choose: () => void;
}) {
  const option = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (current) option.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <button
      type="button"
      tabIndex={-1}
      ref={option}
      id={`goal-${at}`}
      className={styles.goal}
      role="option"
      aria-selected={current}
      onClick={choose}
    >
      <Icon name={goal.icon} />
      <span className="clip">{goal.label}</span>
      <span className={styles.note}>{goal.note}</span>
    </button>
  );
}

const keysGoal = (act: () => void, note: string): Goal => ({
  ...{ id: 'keys', section: 'Go to', label: 'Keys of this page', note, icon: 'ask', to: '', act },
});

/** What the server finds by these words, once typing pauses. */
function useFound(words: string): Found | undefined {
  const fetcher = useFetcher<Found>();
  const load = useRef(fetcher.load);
  load.current = fetcher.load;
  const asked = words.trim();
  useEffect(() => {
    if (asked === '') return;
    const timer = setTimeout(() => load.current(`/find?q=${encodeURIComponent(asked)}`), waitMs);
    return () => clearTimeout(timer);
  }, [asked]);
  return asked === '' ? undefined : fetcher.data;
}
