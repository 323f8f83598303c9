import { Banner } from '../../ui/banner.tsx';
import type { CaseData, Refusal } from './case-data.ts';
import { EntryWords } from './entry-words.tsx';

/** Why it was refused and what changed since the page was read; what was typed stays. */
export function RefusedBanner({ page, refusal }: { readonly page: CaseData; readonly refusal: Refusal }) {
  const moved = refusal.refused.code === 'BASIS_MOVED' || refusal.refused.code === 'STALE';
  const since = moved ? page.all.filter(({ id }) => id > Number(refusal.typed['seen'])) : [];
  return (
    <Banner tone={moved ? 'warning' : 'danger'} title={refusal.refused.title}>
      <p>{refusal.refused.detail}</p>
      {refusal.changed.length + since.length === 0 ? null : (
        <ul>
          {refusal.changed.map((change) => (
            <li key={change}>{changeWords(change, page.labels)}</li>
          ))}
          {since.map((entry) => (
            <li key={entry.id}>
              <EntryWords words={entry.words} />, {entry.at.words}
            </li>
          ))}
        </ul>
      )}
    </Banner>
  );
}

function changeWords(change: string, labels: Readonly<Record<string, string>>): string {
  const [id = '', what = ''] = change.split(':');
  return id === 'files' ? `Files: ${what}` : `${labels[id] ?? 'An answer'} was ${what}`;
}
