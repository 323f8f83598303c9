import { Form, useNavigation } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import type { Form as Definition } from '../../../domain/form/form-schema.ts';
import { type Entries, questionOf } from '../../forms/entries.ts';
import type { SectionView } from '../../forms/form-view.ts';
import type { AskedApproval, FieldProblem, Live } from '../../forms/live-form.ts';
import { Sections } from '../../forms/sections.tsx';
import { type LiveForm, useLiveForm } from '../../forms/use-live-form.ts';
import { forgetDraft, keepDraft, readDraft } from '../../lib/draft.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { SavedMark } from './saved-mark.tsx';
import { SectionIndex } from './section-index.tsx';
import styles from './submit.module.css';

interface Type {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly version: number;
  readonly person: string;
  readonly zone: string;
  readonly form: Definition;
  readonly sections: readonly SectionView[];
  readonly live: Live;
  readonly gates: readonly AskedApproval[];
}

interface Answer {
  readonly key: string;
  readonly entries: Entries;
  readonly live: Live;
  readonly problems: readonly FieldProblem[];
  readonly said: string | null;
}

const nothing: Entries = [];

/** The form of a request type: it follows the answers, keeps them as a draft, and leads to the review. */
export function RequestForm({
  type,
  answer,
  onAsked,
}: {
  readonly type: Type;
  readonly answer: Answer | undefined;
  /** Told which approvals the answers ask for, whenever they change. */
  readonly onAsked: (approvals: Live['approvals']) => void;
}) {
  const { slug, person } = type;
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const [restored, setRestored] = useState(false);
  const filled = useLiveForm({
    form: type.form,
    zone: type.zone,
    live: answer?.live ?? type.live,
    entries: answer?.entries ?? nothing,
    approvals: type.gates,
    onChange: (now) => setSavedAt(kept(person, slug, now)),
  });
  const { fill } = filled;
  const fresh = useRef(answer === undefined);
  useEffect(() => {
    const draft = fresh.current ? readDraft(person, slug) : undefined;
    fresh.current = false;
    if (draft === undefined) return;
    fill(draft.entries);
    setSavedAt(draft.at);
    setRestored(true);
  }, [person, slug, fill]);
  const { approvals } = filled.live;
  useEffect(() => onAsked(approvals), [approvals, onAsked]);
  const problems = filled.standing(answer?.problems ?? []);
  const busy = useNavigation().state !== 'idle';
  const shown = new Set(filled.live.shown);
  const finished = finishedOf(type.sections, filled);
  return (
    <>
      <SectionIndex sections={type.sections} shown={shown} finished={finished} problems={problems} />
      <Form
        method="post"
        className={styles.form}
        ref={filled.ref}
        onChange={filled.changed}
        noValidate
        aria-label={type.title}
      >
        <p className={styles.summary}>{type.summary}</p>
        {answer === undefined ? null : (
          <ErrorSummary key={answer.key} answer={answer} problems={problems} sections={type.sections} />
        )}
        {restored && answer === undefined ? (
          <Banner tone="accent" title="What you typed before is back.">
            <span>
              It was kept in this browser.{' '}
              <button
                className={styles.link}
                type="button"
                onClick={() => {
                  forgetDraft(person, slug);
                  fill(nothing);
                  setRestored(false);
                  setSavedAt(null);
                }}
              >
                Begin afresh
              </button>
            </span>
          </Banner>
        ) : null}
        <Sections
          key={filled.generation}
          sections={type.sections}
          shown={shown}
          finished={finished}
          filling={{
            initial: filled.initial,
            required: new Set(filled.live.required),
            computed: filled.live.computed,
            problems,
            changed: filled.changed,
          }}
        />
        <footer className={styles.foot}>
          <input type="hidden" name="_intent" value="review" />
          <Button kind="primary" size="form">
            {busy ? 'Looking it over …' : 'Review before sending'}
          </Button>
          <SavedMark at={savedAt} />
          <Missing live={filled.live} />
        </footer>
      </Form>
    </>
  );
}

/** Sections with an answer in which nothing is to be mended. */
function finishedOf(
  sections: readonly SectionView[],
  { live, initial }: Pick<LiveForm, 'live' | 'initial'>,
): ReadonlySet<string> {
  const open = new Set(live.problems.map(({ name }) => questionOf(name)));
  const isAnswered = (id: string): boolean =>
    [id, `${id}.amount`].some((name) => initial(name).some((text) => text.trim() !== ''));
  const finished = sections.filter(
    ({ fields }) => fields.some(({ id }) => isAnswered(id)) && !fields.some(({ id }) => open.has(id)),
  );
  return new Set(finished.map(({ id }) => id));
}

/** When the draft was kept; a form in which nothing stands has none. */
function kept(person: string, slug: string, entries: Entries): number | null {
  if (entries.some(([name, text]) => text.trim() !== '' && !name.endsWith('.currency')))
    return keepDraft(person, slug, entries.map(pair)) ? Date.now() : null;
  forgetDraft(person, slug);
  return null;
}

const pair = ([name, text]: Entries[number]): readonly [string, string] => [name, text];

function Missing({ live: { problems, asked } }: { readonly live: Live }) {
  const open = new Set(problems.map(({ name }) => name.split('.')[0])).size;
  return (
    <span className={styles.missing}>
      {open === 0
        ? 'Every answer that is needed is there.'
        : `${open} of ${asked} answers still to give or to mend`}
    </span>
  );
}
