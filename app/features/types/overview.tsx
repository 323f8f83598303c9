import type { OverviewItem, OverviewSection } from '../../../domain/definition/overview-item.ts';
import { StateMark } from '../../ui/state-mark.tsx';
import { Tag } from '../../ui/tag.tsx';
import styles from './overview.module.css';

/** A whole definition in sentences, section by section, in the order in which a case meets it. */
export function Overview({ sections }: { readonly sections: readonly OverviewSection[] }) {
  return (
    <div className={styles.overview}>
      <nav className={styles.index} aria-label="On this page">
        <ol>
          {sections.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{id === 'about' ? 'In short' : title}</a>
            </li>
          ))}
        </ol>
      </nav>
      <div className={styles.sections}>
        {sections.map((section) => (
          <Section section={section} key={section.id} />
        ))}
      </div>
    </div>
  );
}

function Section({ section: { id, title, says, items } }: { readonly section: OverviewSection }) {
  const onLine = id === 'states' || id.startsWith('chain-');
  return (
    <section className={styles.section} id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{id === 'about' ? 'In short' : title}</h2>
      <Sentences says={says} />
      {items.length === 0 ? null : onLine ? (
        <ol className={styles.line}>
          {items.map((item) => (
            <Station item={item} key={item.id} />
          ))}
        </ol>
      ) : (
        <Parts items={items} />
      )}
    </section>
  );
}

/** A state, or a stage of routing, as a station of a line: a bar where it ends. */
function Station({ item }: { readonly item: OverviewItem }) {
  const { name, says, notes, items, category } = item;
  const end = category === 'done' || item.id === 'default';
  return (
    <li data-at={end ? 'end' : 'passed'}>
      <span className={styles.station} aria-hidden="true" />
      <div className={styles.body}>
        <h3>{category === undefined ? name : <StateMark category={category} title={name} />}</h3>
        <Sentences says={says} />
        <Notes notes={notes} />
        {items.length === 0 ? null : <Parts items={items} />}
      </div>
    </li>
  );
}

function Parts({ items }: { readonly items: readonly OverviewItem[] }) {
  return (
    <ul className={styles.parts}>
      {items.map((item) => (
        <Part item={item} key={item.id} />
      ))}
    </ul>
  );
}

function Part({ item: { name, says, notes, items, number, off } }: { readonly item: OverviewItem }) {
  return (
    <li className={styles.part} data-off={off}>
      <p className={styles.name}>
        {number === undefined ? null : <span className={styles.number}>{number}</span>}
        <span>{name}</span>
        {off === true ? <Tag>Off</Tag> : null}
      </p>
      <div className={styles.says}>
        <Sentences says={says} />
        <Notes notes={notes} />
        {items.length === 0 ? null : <Parts items={items} />}
      </div>
    </li>
  );
}

function Sentences({ says }: { readonly says: readonly string[] }) {
  return says.map((sentence) => <p key={sentence}>{sentence}</p>);
}

function Notes({ notes }: { readonly notes: readonly string[] }) {
  return notes.length === 0 ? null : <p className={styles.notes}>{notes.join(' ')}</p>;
}
