import type { CaseData, Refusal } from './case-data.ts';
import styles from './later-choice.module.css';

/** Until when: one of the times offered, or a day and a time. */
export function LaterChoice({
  later,
  typed,
  wrong,
}: {
  readonly later: NonNullable<CaseData['later']>;
  readonly typed: Refusal['typed'];
  readonly wrong: boolean;
}) {
  const { options, first, last, day } = later;
  const until = typed['until'] || (options[0]?.value ?? 'chosen');
  return (
    <fieldset className={styles.later}>
      <legend>Until</legend>
      {options.map(({ value, label, when }) => (
        <label key={value} className={styles.option}>
          <input type="radio" name="until" value={value} defaultChecked={value === until} />
          <span>{label}</span>
          <span className={styles.when}>{when}</span>
        </label>
      ))}
      <div className={styles.option}>
        <label>
          <input
            type="radio"
            name="until"
            id="until-chosen"
            value="chosen"
            defaultChecked={options.every(({ value }) => value !== until)}
          />
          <span>On</span>
        </label>
        <input
          type="date"
          name="day"
          aria-label="Day"
          min={first}
          max={last}
          defaultValue={typed['day'] || day}
          aria-invalid={wrong || undefined}
          onInput={chooseOwn}
        />
        <span>at</span>
        <input
          type="time"
          name="time"
          aria-label="Time"
          defaultValue={typed['time'] || '09:00'}
          aria-invalid={wrong || undefined}
          onInput={chooseOwn}
        />
      </div>
    </fieldset>
  );
}

/** Whoever gives a day or a time means it. */
function chooseOwn(): void {
  const own = document.getElementById('until-chosen');
  if (own instanceof HTMLInputElement) own.checked = true;
}
