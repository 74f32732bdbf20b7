import type { TradePurpose } from '../../domain/trade-plate.ts';

const purpose: Readonly<Record<TradePurpose, string>> = {
  inspection: 'Inspection',
  'test-trip': 'Test trip',
  'between-dealers': 'To or from a dealer',
  'to-purchaser': 'To the purchaser',
  weighbridge: 'Weighbridge',
  'breakdown-tow': 'Breakdown tow',
};

/** Words of the register of movements on KD plates. */
export const tradePlates = {
  title: 'KD plates',
  hint: 'Who took which motorcycle where on a dealer’s KD plate. For the journeys that the law names only, from 6 in the morning to 6 in the evening.',
  tabs: { label: 'Pages of the stock', stock: 'Stock', register: 'KD plates' },
  emptyTitle: 'No KD plate was out yet',
  empty: 'Send a motorcycle of the stock out on a KD plate: the register keeps when it left, who drove it and when it came back.',
  nothingFound: 'No movement answers to what you look for.',
  find: 'Plate, chassis, driver or destination',
  onlyOut: 'Only what is out',
  all: 'All movements',
  outNow: (count: number) => (count === 1 ? '1 plate is out' : `${count} plates are out`),
  shown: (shown: number, total: number) => (shown === total ? `${total} movements` : `the newest ${shown} of ${total} movements`),
  purpose,
  column: { plate: 'Plate', out: 'Out', back: 'Back', vehicle: 'Motorcycle', journey: 'Journey', driver: 'Driver', dealer: 'Dealer' },
  isOut: 'out',
  isLate: 'late',
  lateHint: 'Out after 6 in the evening.',
  isDoubled: 'twice out',
  doubledHint: 'Another line of this register has the same plate out at the same time. Find out which one is right, and note it.',
  goOut: {
    action: 'Send out',
    title: 'Send a motorcycle out on a KD plate',
    plate: 'KD plate',
    free: (plates: string) => `Here now: ${plates}.`,
    away: (plates: string) => `Out now: ${plates}.`,
    chassis: 'Chassis (scan it, or type its last figures)',
    purpose: 'What for',
    destination: 'Where to',
    driver: 'Driver',
    driverId: 'Driver’s ID number',
    submit: 'Send it out',
    needed: 'This is needed.',
    done: (plate: string, chassis: string) => `${plate} is out on ${chassis}.`,
  },
  comeBack: {
    action: 'Came back',
    title: (plate: string) => `${plate} came back?`,
    from: (chassis: string, destination: string, driver: string) => `${chassis}, from ${destination}, driven by ${driver}.`,
    note: 'Note (empty where all is well)',
    submit: 'Write it back in',
    done: (plate: string) => `${plate} is back.`,
  },
  print: {
    action: 'Print',
    title: 'KD plate register',
    dialog: 'Print the register',
    from: 'From',
    to: 'To',
    submit: 'Show the paper',
  },
};

export type TradePlateWords = typeof tradePlates;
