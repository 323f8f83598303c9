/** What a person chooses among. */
export interface OptionView {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
}

/** A question as it is drawn: every text in the form's language, every choice with its options. */
export interface FieldView {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  readonly help?: string;
  readonly example?: string;
  /** Always needed; whether it is needed with these answers is told by the live form. */
  readonly required: boolean;
  /** In words, when it is asked; left out when it always is. */
  readonly when?: string;
  readonly options?: readonly OptionView[];
  readonly currencies?: readonly string[];
  readonly unit?: string;
  readonly maxLength?: number;
  readonly min?: string;
  readonly max?: string;
  readonly columns?: readonly FieldView[];
  readonly maxRows?: number;
  readonly accept?: readonly string[];
  readonly maxFiles?: number;
  readonly maxBytes?: number;
  /** Of a note: its paragraphs, with what stands out marked. */
  readonly text?: readonly (readonly { readonly strong: boolean; readonly text: string }[])[];
}

/** A section with its questions in order. */
export interface SectionView {
  readonly id: string;
  readonly title: string;
  readonly help?: string;
  readonly when?: string;
  readonly fields: readonly FieldView[];
}
