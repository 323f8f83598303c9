import { Avatar } from '../../ui/avatar.tsx';
import { Banner } from '../../ui/banner.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Flags } from './cell-view.tsx';
import { DeedFormView } from './deed-form-view.tsx';
import styles from './directory.module.css';
import type { DeedForm, Happening, ObjectView } from './directory-view.ts';
import { HistoryView } from './history-view.tsx';
import { PressButton } from './press-button.tsx';
import { SectionView } from './section-view.tsx';

/** What is open on the page of an object beside the object itself. */
interface Open {
  readonly form: DeedForm | null;
  /** What was done, or why a press was refused. */
  readonly said: { readonly words: string; readonly tone: 'success' | 'warning' } | null;
  /** What happened between reading and sending. */
  readonly meanwhile: readonly Happening[];
}

/** One object: who or what it is, what can be done, what is known, and what happened. */
export function ObjectPageView({
  view,
  address,
  happened,
  open: { form, said, meanwhile },
}: {
  readonly view: ObjectView;
  readonly address: string;
  readonly happened: { readonly items: readonly Happening[]; readonly more: number } | null;
  readonly open: Open;
}) {
  const { second, avatar, flags, presses, deeds, sections, aside } = view;
  const nothing = presses.length === 0 && deeds.length === 0;
  return (
    <div className={styles.object}>
      <header className={styles.head}>
        {avatar === null ? null : <Avatar name={avatar.name} kind={avatar.kind} size={28} />}
        <p className={`${styles.headWords} ${styles.headName}`}>
          {second}
          <Flags flags={flags} />
        </p>
        {nothing ? null : (
          <div className={styles.deeds}>
            {presses.map((press) => (
              <PressButton key={press.deed} press={press} />
            ))}
            {deeds.map(({ id, label, to }) => (
              <ButtonLink key={id} to={to ?? `${address}?do=${id}#deed`} kind="quiet">
                {label}
              </ButtonLink>
            ))}
          </div>
        )}
      </header>
      {said === null ? null : (
        <div className={styles.said}>
          <Banner tone={said.tone}>{said.words}</Banner>
        </div>
      )}
      {meanwhile.length === 0 ? null : (
        <div className={styles.said}>
          <Banner tone="warning" title="What changed since you opened the form">
            <HistoryView items={meanwhile} />
          </Banner>
        </div>
      )}
      {form === null ? null : <DeedFormView form={form} />}
      <div className={styles.columns}>
        <div className={styles.main}>
          {sections.map((section) => (
            <SectionView key={section.title} section={section} address={address} />
          ))}
          {happened === null ? null : <History happened={happened} address={address} />}
        </div>
        <div className={styles.aside}>
          {aside.map((section) => (
            <SectionView key={section.title} section={section} address={address} />
          ))}
        </div>
      </div>
    </div>
  );
}

function History({
  happened: { items, more },
  address,
}: {
  readonly happened: { readonly items: readonly Happening[]; readonly more: number };
  readonly address: string;
}) {
  return (
    <section className={styles.section} aria-labelledby="s-history">
      <h2 id="s-history">History</h2>
      <HistoryView items={items} />
      {more === 0 ? null : (
        <p>
          <a href={`${address}?history=all#s-history`}>
            Show {more} earlier {more === 1 ? 'change' : 'changes'}
          </a>
        </p>
      )}
    </section>
  );
}
