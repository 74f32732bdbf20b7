const plates = (count: number) => (count === 1 ? '1 plate' : `${count} plates`);

/** Words of the packs of motorcycle plates, and of giving them to what was registered out of stock. */
export const platePacks = {
  tab: 'Plates',
  hint: 'Plates come by the pack, each with a serial of its own. A serial is given to one motorcycle, once.',
  emptyTitle: 'No pack of plates received',
  empty: 'Until the first pack is received, plates are put on the shelf without their serials. From then on each is put down with its own.',
  left: (count: number) => `${plates(count)} left`,
  next: (serial: string) => `Next: ${serial}`,
  noneLeft: 'None left: receive a new pack.',
  receive: 'Receive a pack',
  receiveTitle: 'Receive a pack of plates',
  receiveHint: 'Scan or type the first and the last serial of the pack. Count the plates before you do.',
  received: (count: number) => `${plates(count)} received.`,
  count: plates,
  giveBack: 'Give plates back',
  giveBackTitle: 'Give plates back',
  giveBackHint: 'Damaged ones, or ones that nobody needs here. Only plates that were given to nobody; all of them are given back, or none.',
  givenBack: (count: number) => `${plates(count)} given back.`,
  from: 'First serial',
  to: 'Last serial',
  elsewhereTitle: (from: string, to: string) => `Plates ${from} to ${to} are held by another PC`,
  elsewhere: (holder: string, left: number) =>
    `The hub says that ${holder} received them first. Give none of them out and tell the head office. ${left} of them lie in stock here; a supervisor takes them out.`,
  takenOut: (count: number) => `${plates(count)} taken out of stock.`,
  put: {
    action: 'Plates came',
    title: (count: number) => (count === 1 ? 'The plate of 1 motorcycle came' : `The plates of ${count} motorcycles came`),
    hint: 'In the order of their marks. Type or scan the first serial: the others follow it; read each off its plate, and type over what differs.',
    plain: 'They are put on the shelf for their owners, who are told where a phone is known.',
    serial: (plate: string) => `Serial on ${plate}`,
    serialMissing: 'Read it off the plate.',
    submit: 'Put on the shelf',
    done: (count: number, place: string) => `${plates(count)} at ${place}.`,
  },
  handOver: 'Hand over',
  notHere: (plate: string) =>
    `The plate ${plate} lies on no shelf of this PC. It was put down at another PC or office: it is handed over there.`,
};

export type PlatePackWords = typeof platePacks;
