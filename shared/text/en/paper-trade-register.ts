/** Words of the register of movements on KD plates, as it is shown to whoever asks for it. */
export const paperTradeRegister = {
  title: 'KD plate movement register',
  of: (dealer: string, kraPin: string) => `${dealer} · KRA PIN ${kraPin}`,
  total: (count: number) => (count === 1 ? '1 MOVEMENT' : `${count} MOVEMENTS`),
  out: (count: number) => (count === 1 ? '1 plate is still out.' : `${count} plates are still out.`),
  allBack: 'Every plate is back.',
  rule: 'A KD plate is for inspection and test trips, moves between dealers or to the purchaser, the weighbridge and breakdown tows, from 6 am to 6 pm.',
  number: 'No.',
  plate: 'Plate',
  left: 'Out',
  back: 'Back',
  vehicle: 'Motorcycle',
  journey: 'Journey',
  driver: 'Driver',
  isOut: 'OUT',
  isLate: 'LATE',
  isDoubled: 'TWICE OUT',
  empty: 'No KD plate was out in these days.',
  dealerSign: 'For the dealer',
  inspectorSign: 'Seen by',
};

export type PaperTradeRegisterWords = typeof paperTradeRegister;
