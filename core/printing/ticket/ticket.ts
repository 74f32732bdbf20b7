/** What a receipt printer prints, line by line: letters of its own in whole multiples of one size, rules and codes. */
export type TicketLine =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly size: 1 | 2;
      readonly bold: boolean;
      readonly align: 'left' | 'center' | 'right';
    }
  | { readonly kind: 'pair'; readonly left: string; readonly right: string; readonly bold: boolean; readonly size: 1 | 2 }
  | { readonly kind: 'box'; readonly lines: readonly TicketLine[] }
  | { readonly kind: 'rule' }
  | { readonly kind: 'gap' }
  | { readonly kind: 'qr'; readonly text: string };
