import { useFetcher } from '@remix-run/react';
import {
  type KeyboardEvent,
  type RefObject,
  type TextareaHTMLAttributes,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { foldedText } from '../../domain/fact/folded-text.ts';
import { Avatar } from './avatar.tsx';
import styles from './mention-field.module.css';

/** Somebody offered while one types. */
interface Offered {
  readonly id: string;
  readonly name: string;
  readonly title: string;
}

interface Found {
  readonly q: string;
  readonly people: readonly Offered[];
}

const waitMs = 120;

type Field = RefObject<HTMLTextAreaElement>;

/** A field for text in which an @ offers people to mention; without scripts, a whole name behind an @ is a mention too. */
export function MentionField({
  field,
  onKeyDown,
  ...rest
}: TextareaHTMLAttributes<HTMLTextAreaElement> & { readonly field: Field }) {
  const list = useId();
  const { people, at, chosen, look, move, take, leave } = useMentioning(field);
  const isOpen = people.length > 0;
  const press = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    const held = event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing;
    const acts: Readonly<Record<string, () => void>> = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      Enter: () => take(people[at]),
      ...(event.shiftKey ? {} : { Tab: () => take(people[at]) }),
      Escape: leave,
    };
    const act = isOpen && !held ? acts[event.key] : undefined;
    if (act === undefined) onKeyDown?.(event);
    else {
      event.preventDefault();
      event.stopPropagation();
      act();
    }
  };
  return (
    <div className={styles.field}>
      <textarea
        {...rest}
        ref={field}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={isOpen ? list : undefined}
        aria-activedescendant={isOpen ? `${list}-${at}` : undefined}
        onInput={look}
        onSelect={look}
        onBlur={leave}
        onKeyDown={press}
      />
      {chosen.map((id) => (
        <input key={id} type="hidden" name="mentions" value={id} />
      ))}
      <p className="only-read" role="status">
        {isOpen ? `${people.length} found. Choose with the arrows and Enter.` : ''}
      </p>
      {isOpen ? <List id={list} people={people} at={at} take={take} /> : null}
    </div>
  );
}

function List({
  id,
  people,
  at,
  take,
}: {
  readonly id: string;
  readonly people: readonly Offered[];
  readonly at: number;
  readonly take: (person: Offered) => void;
}) {
  return (
    <div className={styles.list} id={id} role="listbox" aria-label="Mention">
      {people.map((person, i) => (
        <button
          type="button"
          key={person.id}
          id={`${id}-${i}`}
          className={styles.person}
          role="option"
          tabIndex={-1}
          aria-selected={i === at}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => take(person)}
        >
          <Avatar name={person.name} size={20} />
          <span className="clip">{person.name}</span>
          <span className={styles.title}>{person.title}</span>
        </button>
      ))}
    </div>
  );
}

/** Who is offered for what stands before the caret, which of them is at hand, and whom the writer took. */
function useMentioning(field: Field) {
  const [asked, setAsked] = useState<string | null>(null);
  const [place, setPlace] = useState(0);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  /** What begins so was taken or waved away already. */
  const settled = useRef<string | null>(null);
  const people = usePeople(asked);
  const at = Math.max(0, Math.min(place, people.length - 1));
  const settle = (words: string | null): void => {
    settled.current = words;
    setAsked(null);
  };
  return {
    people,
    at,
    chosen,
    look(): void {
      const words = wordsAtCaret(field.current);
      if (words === null) settled.current = null;
      const isSettled = settled.current !== null && words?.startsWith(settled.current) === true;
      if (isSettled || words === asked) return;
      settled.current = null;
      setAsked(words);
      setPlace(0);
    },
    move: (by: number): void => setPlace((at + by + people.length) % people.length),
    take(person: Offered | undefined): void {
      if (person === undefined || field.current === null) return;
      insertName(field.current, person.name);
      setChosen((before) => [...new Set([...before, person.id])]);
      settle(`${person.name} `);
    },
    leave: (): void => settle(asked),
  };
}

/** The words behind the @ before the caret; null where nobody is being mentioned. */
function wordsAtCaret(field: HTMLTextAreaElement | null): string | null {
  if (field === null || field.selectionStart !== field.selectionEnd) return null;
  const before = field.value.slice(Math.max(0, field.selectionStart - 80), field.selectionStart);
  return /(?:^|[\s([{„“"'])@((?:[^\s@]+ ?){0,3})$/u.exec(before)?.[1] ?? null;
}

/** Puts a name in the place of what was typed behind the @, as if it had been typed. */
function insertName(field: HTMLTextAreaElement, name: string): void {
  const caret = field.selectionStart;
  const from = field.value.lastIndexOf('@', caret - 1) + 1;
  const space = field.value.charAt(caret) === ' ' ? '' : ' ';
  field.setRangeText(`${name}${space}`, from, caret, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Who is offered for some words: those found last that still fit, until others are. */
function usePeople(asked: string | null): readonly Offered[] {
  const fetcher = useFetcher<Found>();
  const load = useRef(fetcher.load);
  load.current = fetcher.load;
  useEffect(() => {
    if (asked === null) return;
    const timer = setTimeout(() => load.current(`/people/found?q=${encodeURIComponent(asked)}`), waitMs);
    return () => clearTimeout(timer);
  }, [asked]);
  const { data } = fetcher;
  if (asked === null || data === undefined) return [];
  const wanted = foldedText(asked).split(/\s+/);
  return data.people.filter(({ name }) => wanted.every((word) => foldedText(name).includes(word)));
}
