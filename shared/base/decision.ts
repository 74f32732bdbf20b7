/** Why a rule said no: a code of a closed union and flat facts for its sentence, never a sentence itself (words are in shared/text). */
export interface Problem<Code extends string> {
  readonly code: Code;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** What a rule answers. Rules never throw for what people type. */
export type Decision<Value, Code extends string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem<Code> };

export function accept<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function decline<Code extends string>(
  code: Code,
  facts: Problem<Code>['facts'] = {},
): { readonly ok: false; readonly problem: Problem<Code> } {
  return { ok: false, problem: { code, facts } };
}
