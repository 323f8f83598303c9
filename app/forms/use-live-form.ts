import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { Form } from '../../domain/form/form-schema.ts';
import { type Entries, questionOf, textsOf } from './entries.ts';
import type { AskedApproval, FieldProblem, Live } from './live-form.ts';

type Engine = typeof import('./live-form.ts');

/** A form that follows what is typed into it. */
export interface LiveForm {
  readonly ref: RefObject<HTMLFormElement>;
  readonly live: Live;
  /** Changes when the controls are to be drawn anew with other answers. */
  readonly generation: number;
  readonly initial: (name: string) => readonly string[];
  /** What of the given problems still stands: one whose question was changed stands only while the rules say so. */
  readonly standing: (problems: readonly FieldProblem[]) => readonly FieldProblem[];
  readonly changed: () => void;
  /** Fills the form with other answers. */
  readonly fill: (entries: Entries) => void;
}

interface Start {
  readonly form: Form;
  readonly zone: string;
  readonly live: Live;
  readonly entries: Entries;
  readonly approvals: readonly AskedApproval[];
  /** Told of everything that stands in the form after each change. */
  readonly onChange: (entries: Entries) => void;
}

const isFileName = (name: string): boolean => name.startsWith('_file.');

/** Everything in the controls now; what stood in a control that is not shown is kept for when it is shown again. */
function merged(form: HTMLFormElement, before: Entries): Entries {
  const now = [...new FormData(form).entries()].flatMap(([name, value]) =>
    typeof value === 'string' && (!name.startsWith('_') || isFileName(name)) ? [[name, value] as const] : [],
  );
  const present = new Set([...form.elements].map((element) => element.getAttribute('name')));
  const questions = new Set([...present].flatMap((name) => (name === null ? [] : [questionOf(name)])));
  return [
    ...now,
    ...before.filter(
      ([name]) => !present.has(name) && (isFileName(name) || !questions.has(questionOf(name))),
    ),
  ];
}

/**
 * Runs the rules of a form in the browser, the very same as on the server. They arrive after the page; until then the form shows what the
 * server worked out.
 */
export function useLiveForm({ form, zone, live: start, entries, approvals, onChange }: Start): LiveForm {
  const ref = useRef<HTMLFormElement>(null);
  const kept = useRef(entries);
  const edited = useRef(new Set<string>());
  const engine = useRef<Engine>();
  const [live, setLive] = useState(start);
  const [generation, setGeneration] = useState(0);
  const look = useCallback(() => {
    if (engine.current !== undefined) setLive(engine.current.readLive(form, kept.current, zone, approvals));
  }, [form, zone, approvals]);
  useEffect(() => {
    let gone = false;
    import('./live-form.ts').then(
      (loaded) => {
        if (gone) return;
        engine.current = loaded;
        look();
      },
      // Without the rules the form still works: the server shows what is missing.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [look]);
  useEffect(() => {
    edited.current.clear();
    if (engine.current === undefined) setLive(start);
  }, [start]);
  const changed = () => {
    if (ref.current === null) return;
    const before = new Map(byQuestion(kept.current));
    kept.current = merged(ref.current, kept.current);
    for (const [question, text] of byQuestion(kept.current)) {
      if (before.get(question) !== text) edited.current.add(question);
      before.delete(question);
    }
    for (const question of before.keys()) edited.current.add(question);
    onChange(kept.current);
    look();
  };
  return {
    ref,
    live,
    generation,
    initial: (name) => textsOf(kept.current, name),
    standing: (problems) =>
      problems.flatMap((problem) => {
        if (!edited.current.has(questionOf(problem.name))) return [problem];
        return live.problems.filter(({ name }) => name === problem.name);
      }),
    changed,
    fill(other) {
      kept.current = other;
      edited.current.clear();
      setGeneration((number) => number + 1);
      look();
    },
  };
}

/** All that stands in each question, as one text to compare. */
function byQuestion(entries: Entries): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const [name, text] of entries) {
    const question = questionOf(name);
    texts.set(question, `${texts.get(question) ?? ''}\n${name}=${text}`);
  }
  return texts;
}
