import { formatKes } from '../../base/money.ts';
import { shortestPassword } from '../../domain/password.ts';
import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts';
import { testDayRefusals } from './test-day-refusals.ts';

/** One sentence for every refusal: what, why, and what to do. */
export const refusals: Readonly<Record<RefusalCode, (facts: RefusalFacts) => string>> = {
  'act.not-found': () => 'Kaunta does not have this record. Look it up again with the find box.',
  'act.forbidden': () => 'Your role does not allow this. Ask a colleague who has the role, or your office admin.',
  'act.invalid-input': () => 'Some fields hold something Kaunta cannot use. Look at the fields marked below.',
  'act.wrong-state': () => 'The case has moved on since this page was opened. Open it again and look at its state.',
  'act.not-saved-in-time': () => 'Saving took too long and was given up. Nothing half-done was kept. Try again.',
  'sign-in.required': () => 'You are signed out. Sign in again; your draft is kept.',
  'sign-in.wrong': () => 'The name and the password do not belong together. Check CAPS LOCK and type the password again.',
  'sign-in.locked': (facts) => `Too many wrong passwords. You can try again at ${facts['until'] ?? 'a later time'}.`,
  'sign-in.change-password-first': () => 'Choose your own password first. The one you were given works only once.',
  'password.too-short': () => `The password is too short. Use at least ${shortestPassword} characters; a few words in a row are easiest.`,
  'password.too-common': () => 'Too many people use this password. Choose one that nobody would guess, such as three words in a row.',
  'password.same-as-before': () => 'This is the password you had before. Choose a new one.',
  'password.wrong': () => 'The password is not right. Check CAPS LOCK and type it again.',
  'user.login-taken': (facts) => `Somebody already signs in as “${facts['login'] ?? ''}”. Choose another sign-in name.`,
  'user.last-admin': () => 'This is the last admin of the office. Make somebody else admin first.',
  'user.own-account': () => 'You cannot do this to your own account. Ask another admin.',
  'application.incomplete': () => 'Something is still missing. Each missing thing is listed below.',
  'application.confirmation-outdated': () =>
    'The facts changed after the party confirmed. Show them the new facts and let them confirm again.',
  'application.already-confirmed': () => 'This party has already confirmed these facts.',
  'application.code-wrong': () => 'The code is not the one that was sent. Type it again, or send a new one.',
  'application.code-expired': () => 'The code is too old. Send a new one to the same phone.',
  'application.no-phone': () =>
    'This party has no phone number yet, so no code can be sent. Type the number, or let them sign on the screen.',
  'application.needs-supervisor': () => 'The registry facts are older than your office allows. A supervisor must allow this at your desk.',
  'application.own-supervision': () => 'You cannot allow your own case. Another supervisor must do it.',
  'vehicle.open-application': (facts) =>
    `${facts['plate'] ?? 'This vehicle'} already has an open case, ${facts['reference'] ?? 'with another reference'}. Finish or cancel that one first.`,
  'vehicle.marked': (facts) =>
    `${facts['plate'] ?? 'This vehicle'} cannot be sold: it carries a mark in the register since ${facts['since'] ?? 'an earlier day'}.`,
  'vehicle.unknown-offline': () =>
    'This PC does not know the vehicle and the line is down. Type the facts from the logbook on the counter.',
  'vehicle.unknown': () =>
    'The register has no vehicle with this plate or chassis number. Check each letter and digit against the logbook.',
  'seat.none-left': () =>
    'No seat of this session is at hand here, so it cannot be booked now, and no money is taken. Choose another session, or keep seats of this centre at hand.',
  'seat.at-hand': () => 'A seat of this session is at hand here, so nobody has to wait: it can be booked now.',
  'seat.day-over': () => 'Nobody may book for this day any more. Choose a later one.',
  'seat.same-session': () => 'The test is booked in this session already. Choose another one.',
  'seat.move-costs': (facts) =>
    `Moving a test costs ${formatKes(Number(facts['feeCents'] ?? 0))} under the rules in force, and this program takes no second payment for one booking. Cancel it and book anew.`,
  'seat.clock-set-back': () =>
    'The clock of this PC was set back, so no seat can be given away. Set the clock right, or wait until the hub has been heard.',
  'seat.unknown-lease': () => 'The hub lent no such seat to this office. Book another seat; the payment stays good.',
  'seat.other-device': () => 'This seat was lent to another PC. Book another seat; the payment stays good.',
  'seat.not-in-lease': () => 'This seat is not among those that were lent. Book another seat; the payment stays good.',
  'seat.lease-ended': () => 'The booking was made after the loan of its seat had ended. Book another seat; the payment stays good.',
  'seat.used': () => 'Another booking has this seat. Book another one; the payment stays good.',
  'seat.lent-again': () =>
    'The booking reached the hub after its seat had been lent to another office. Book another seat; the payment stays good.',
  'fee.no-row': (facts) =>
    `The fee schedule “${facts['scheduleId'] ?? ''}” has no row for this vehicle, so there is no price. Ask your supervisor; do not guess a fee.`,
  'payment.code-used': (facts) =>
    `This payment code was already used for ${facts['receiptNumber'] || facts['reference'] || 'another case'}. Ask the customer for the right message.`,
  'receipt.number-used': (facts) =>
    `Another case already has receipt number ${facts['receiptNumber'] ?? ''}: this PC was put back to an older state. Give the customer a new receipt.`,
  'epoch.series-used': (facts) => `Series ${facts['seriesLetter'] ?? ''} of this PC’s numbers was used before. Tell the head office.`,
  'payment.list-unknown': () =>
    'The hub did not take the payment of the school’s list that this booking was paid with. Open the list and look at its payment first; then send this again.',
  'payment.amount-differs': () => 'The amount is not the fee. Take the exact fee, or look at the fee lines again.',
  'payment.method-not-allowed': () => 'Your office does not take money this way. Choose another way to pay.',
  'payment.code-malformed': () => 'This does not look like a payment code. An M-Pesa code has ten letters and digits, such as UKM7AB12CD.',
  'scan.refused': () => 'This scan cannot be used. The reason stands beside it.',
  'scan.lost': () => 'The scan is no longer on this PC. Scan the paper again.',
  'scan.not-lost': () => 'This scan is not lost: the hub or this PC has it. Nothing has to be scanned again.',
  'paper.not-approved': () => 'The registrar has not approved this yet, so no logbook copy can be printed. A preview can.',
  'paper.not-here': (facts) => `This logbook is collected at ${facts['office'] ?? 'another office'}. It can be printed only there.`,
  'logbook.wrong-collector': ({ plate, reference }) =>
    `This number is neither an owner’s of ${plate} nor the collector’s named in ${reference}. Look at the ID again; give the copy to nobody else.`,
  'registrar.own-work': () => 'You took this application yourself. Another registrar must decide it.',
  'registrar.reason-missing': () => 'Choose at least one reason, so that the clerk can tell the customer.',
  'registrar.already-decided': () => 'Somebody has already decided this application. Open it again to see what was decided.',
  'hub.unreachable': () => 'The hub does not answer. This needs the line; try again when it is back.',
  'hub.refused': () => 'The hub did not accept this. Its reason stands on the Queue page.',
  'enrol.code-wrong': () => 'The hub does not know this code, or it was used before. Ask the head office for a new one.',
  'enrol.hub-not-kaunta': () => 'Something answers at this address, but it is not a Kaunta hub. Check the address.',
  'start.passphrase-wrong': () => 'The passphrase is not right. Check CAPS LOCK and type it again.',
  'start.passphrase-too-short': (facts) =>
    `The passphrase is too short. Use at least ${facts['min'] ?? 12} characters; four words in a row are easiest.`,
  'start.already-open': () => 'Kaunta is already running on this PC with these data. Use the window that is open.',
  'start.newer-file': () =>
    'These data were written by a newer Kaunta. Install that version on this PC again; older ones must not touch them.',
  'start.damaged-file': () =>
    'The data file does not read as it should. Nothing was changed or deleted. The page says how the last copy can be brought back.',
  'start.missing-file': () =>
    'The data file of this office is not in its place. No empty one was made. The page says how the last copy can be brought back.',
  'start.set-back': () =>
    'Somebody put an older data file in place of the office’s own. The copies know acts that it does not; bring them back before you work on.',
  'start.key-store-changed': () =>
    'Windows, or another user account, no longer gives out the key to the data. Sign in to the PC as the user Kaunta was set up with, or enter the recovery code.',
  'start.no-copies': () => 'No copy that can be read was found there. Look in another folder or on another disk.',
  'start.no-recovery-file': () =>
    'No recovery code was ever made for these data, or its file is on another disk. Look for the copies first.',
  'start.recovery-code-mistyped': () => 'A sign of the code is not right. Compare each group of four with the paper.',
  'start.recovery-code-wrong': () =>
    'This code is not the one of these data. Perhaps a newer code was printed since; only the newest one works.',
  'storage.disk-full': () => 'The disk is full, so nothing was saved. Make room on the disk, then try again.',
  'storage.read-only': () => 'The data cannot be written on this PC right now, so nothing was saved. Tell your supervisor.',
  'storage.damaged': () => 'The data file is damaged, so nothing was saved. Kaunta stops here and shows how the last copy is brought back.',
  'copies.folder-missing': () =>
    'There is no such folder on this PC right now. Type the whole path, such as E:\\Kaunta, and check that the disk is plugged in.',
  'copies.folder-inside': () => 'This folder lies inside Kaunta’s own data folder. Choose one on another disk, or at least elsewhere.',
  'copies.folder-not-writable': () =>
    'Kaunta may not write to this folder. Choose another one, or let somebody give the PC the right to it.',
  'copies.folder-full': (facts) =>
    `There is too little room in this folder: ${facts['freeMb'] ?? 'a few'} MB are free and ${facts['neededMb'] ?? 'more'} MB are needed.`,
  'copies.backup-failed': () => 'No good backup could be made there. The earlier ones are as they were. Check the disk of the copies.',
  'practice.only': () => 'This works only in the practice office.',
  'queue.own-act': () => 'You did this yourself. Another supervisor must take it off the list.',
  'queue.not-empty': (facts) =>
    `${facts['count'] ?? 'Some'} acts still lie in the queue: ${facts['references'] ?? ''}. Send, mend or discard them first; then the PC can leave.`,
  'queue.cannot-offer': () => 'This cannot be sent again: it is not set aside. Look at the Queue page.',
  'device.retiring': () =>
    'This PC is about to stop: it sends what it has and takes nothing new. Read, print and mend as before; do new work on another PC.',
  'device.revoked': () => 'The head office has locked this PC. Everything on it is kept. Call them.',
  'device.left': () => 'This PC has left its office and is locked. What it did stands at the hub.',
  'drill.running': () => 'A power-cut drill is already running on this PC. Wait until it has ended.',
  'drill.ended': () => 'The power-cut drill was ended because Kaunta was closed. Nothing of the office was touched.',
  'drill.no-room': (facts) =>
    `The disk has only ${Math.floor(Number(facts['freeBytes'] ?? 0) / 1_000_000)} MB left, too little for a drill. Make room on the disk first.`,
  'limits.too-long-alone': (facts) =>
    `This PC has worked without the hub since ${facts['since'] ?? 'long ago'}, longer than your office may. Acts of this kind stop until the hub answers; money is still taken and receipts still printed. Have the line mended, or send the queue by USB.`,
  'limits.too-many-waiting': (facts) =>
    `${facts['waiting'] ?? 'Too many'} acts wait for the hub, as many as your office may hold back. Acts of this kind stop until they are sent; money is still taken and receipts still printed. Have the line mended, or send the queue by USB.`,
  'post.nothing-waits': () => 'Nothing waits for the hub, so there is no letter to write.',
  'post.not-a-letter': () => 'This file is not a Kaunta letter. Choose the file ending in .kpost on the stick.',
  'post.is-letter': () => 'This is a letter to the hub, not an answer. Hand it in at an office with a line: Queue, Post, Carry.',
  'post.is-answer': () => 'This is the hub’s answer, not a letter. Take it back to the office that wrote the letter and read it there.',
  'post.not-yours': (facts) => `This answer is for ${facts['office'] ?? 'another office'}, PC ${facts['deviceNo'] ?? '?'}. Read it there.`,
  'post.altered': () =>
    'This file was changed after it was signed, or damaged on the stick. Nothing was read. Fetch it again from where it was written.',
  'post.other-hub': () => 'This letter was written for another hub. Nothing was read.',
  'supervisor.own-work': () => 'Nobody confirms their own work. Another supervisor must type their name and password.',
  'receipt.in-review': (facts) =>
    `${facts['reference'] ?? 'The case'} is with the registrar. Cancel the case first; once it is cancelled, the receipt can be voided.`,
  'receipt.spent': (facts) =>
    `${facts['reference'] ?? 'The case'} was approved, so the money is spent and receipt ${facts['receiptNumber'] ?? ''} stays good.`,
  'receipt.void': (facts) => `Receipt ${facts['receiptNumber'] ?? ''} is already void. It keeps its number and is never used again.`,
  'sheet.serial-shape': (facts) =>
    `“${facts['serial'] ?? ''}” is not the number of a sheet or a plate: letters first, if any, then at least three digits. Read it again.`,
  'sheet.range-mixed': (facts) =>
    `${facts['from'] ?? ''} and ${facts['to'] ?? ''} are not of one pack: letters and number of digits must be the same. Take in each pack by itself.`,
  'sheet.range-backwards': (facts) => `${facts['from'] ?? ''} comes after ${facts['to'] ?? ''}. Type the lowest number first.`,
  'sheet.range-too-long': (facts) =>
    `From ${facts['from'] ?? ''} to ${facts['to'] ?? ''} is more than ${facts['most'] ?? ''} in one pack. Look at the numbers again.`,
  'sheet.range-overlaps': (facts) =>
    `Numbers ${facts['from'] ?? ''} to ${facts['to'] ?? ''} were received before. No number may come twice: look at the pack, then tell the head office.`,
  'sheet.range-elsewhere': (facts) =>
    `Numbers ${facts['from'] ?? ''} to ${facts['to'] ?? ''} are with PC ${facts['device'] ?? ''} of office ${facts['office'] ?? ''}. Use none of them: look at the pack, tell the head office, and have a supervisor take them out of stock under Sheets or Plates.`,
  'sheet.range-not-in-stock': (facts) =>
    `Only ${facts['inStock'] ?? 'some'} of these ${facts['count'] ?? ''} lie in stock, so none was given back. Choose numbers that nobody used.`,
  'sheet.foreign': (facts) =>
    `Sheet ${facts['serial'] ?? ''} was never received here: it belongs to another office. Do not print on it, and tell your supervisor.`,
  'sheet.unknown': (facts) =>
    `Sheet ${facts['serial'] ?? ''} is of no pack that this PC received. Read the number again; if it is right, the pack must be received first.`,
  'sheet.used': (facts) => `Sheet ${facts['serial'] ?? ''} was used before. Each sheet is used once: take the next one of the pack.`,
  'sheet.spoiled': (facts) => `Sheet ${facts['serial'] ?? ''} is spoiled. Put it with the spoiled ones and take the next one of the pack.`,
  'sheet.returned': (facts) => `Sheet ${facts['serial'] ?? ''} was given back. It should not be here: tell your supervisor.`,
  'sheet.none-left': () => 'No numbered sheet is left, so no copy can be printed. A supervisor must receive a new pack under Sheets.',
  'sheet.needs-supervisor': (facts) => `Sheet ${facts['serial'] ?? ''} was used. A supervisor must confirm that it is spoiled after all.`,
  'logbook.needs-supervisor': (facts) =>
    `${facts['copies'] ?? 'A copy'} of ${facts['number'] ?? 'this logbook'} came out before. A further one needs a reason and a supervisor.`,
  'logbook.came-out': (facts) =>
    `Copy ${facts['copy'] ?? ''} was printed on sheet ${facts['serial'] ?? ''} and is not spoiled. Say first that it did not come out, or print a further copy.`,
  'logbook.ended': (facts) =>
    `This logbook of ${facts['plate'] ?? 'the vehicle'} is good no more: ${facts['number'] ?? 'a newer one'} took its place ${facts['since'] ?? 'since'}. Print and give out only the new one; keep copies of the old one back.`,
  'shelf.place-shape': (facts) =>
    `“${facts['place']}” is no place on a shelf. Type letters and figures with dashes, at most ${facts['longest']} signs, such as B-14-3.`,
  'shelf.owner-needed': (facts) => `This PC does not know whose ${facts['plate']} is. Type the owner’s name from the book or the register.`,
  'shelf.not-printed': (facts) => `No copy of ${facts['plate']} has been printed yet. Print it first, then put it on the shelf.`,
  'shelf.already-there': (facts) => `${facts['plate']} is on the shelf already, at ${facts['place']}. Move it instead.`,
  'shelf.not-waiting': (facts) => `${facts['plate']} is not on the shelf any more: it was handed over or sent back. Open the list again.`,
  'shelf.letter-needed': (facts) =>
    `${facts['plate']} belongs to an organisation. Whoever collects it needs a letter of authorisation: look at it and type who signed it.`,
  'shelf.letter-not-scanned': (facts) =>
    `The letter of authorisation for ${facts['plate']} is not scanned. Scan it and choose its file; then hand over. The letter itself goes into the file.`,
  'shelf.surrender-missing': (facts) =>
    `The old logbook of ${facts['plate']} must be given up before the new copy is handed over. Take it in and tick that you have it.`,
  'printing.address-malformed': (facts) =>
    `“${facts['address'] ?? ''}” is not such an address. A network printer is written as 192.168.1.40:9100, a folder with its whole path.`,
  'printing.name-taken': (facts) => `Another printer is called ${facts['name'] ?? 'this'} already. Give this one another name.`,
  'printing.width-unfit': () => 'A roll takes only receipts and slips. Set an A4 printer for this kind of paper.',
  'printing.reason-missing': () => 'Say why it did not come out, so that the sheet can be accounted for.',
  'printing.counted': () =>
    'A counted paper goes to the printer only by the act that counts it: print a further copy or print it again there.',
  'printing.printed-already': (facts) =>
    `Receipt ${facts['receiptNumber'] ?? ''} went to the printer as an original already, and there is only one original. If it is lost or spoiled, choose Print again under Money and say why: the paper then says REPRINT.`,
  'batch.no-dealer': () => 'Nobody has said yet whose stock you work on. Ask your supervisor to place you with your dealer.',
  'batch.changed-meanwhile': () => 'Somebody changed this batch while the file was read. Nothing of the file was kept: bring it in again.',
  'batch.cancelled': () => 'You stopped it. Nothing of the file was kept.',
  'batch.file-gone': () => 'Kaunta no longer holds this file. Drop it once more.',
  'batch.column-twice': (facts) => `Two columns are both “${facts['field'] ?? 'the same'}”. Leave one of them out.`,
  'registrar.decided-by-unit': ({ reference = '' }) => `Batch ${reference} is decided motorcycle by motorcycle.`,
  'batch.sent-already': ({ number = '' }) => `Batch ${number} was paid for and sent. Open a new batch for more motorcycles.`,
  'batch.not-given-up': ({ number = '' }) =>
    `Batch ${number} goes on. Only the rows of a batch that was cancelled can be taken into a new one.`,
  'batch.nothing-left': ({ number = '' }) => `The rows of batch ${number} were taken into a new batch already.`,
  'batch.partly-registered': ({ reference = '' }) =>
    `Motorcycles of batch ${reference} are registered, so it can no longer be cancelled or its receipt declared void.`,
  'batch.not-sent': ({ number = '' }) => `Batch ${number} was not paid for yet.`,
  'batch.not-checked': ({ number = '' }) => `A second person must look batch ${number} through before it goes.`,
  'batch.nothing-mended': ({ number = '' }) => `No motorcycle of batch ${number} came back, so there is nothing to send again.`,
  'batch.row-on-its-way': ({ row = '', number = '' }) =>
    `Row ${row} of batch ${number} was sent. It may be changed only when the registrar sends it back.`,
  'batch.mending-costs-more': ({ row = '' }) =>
    `Row ${row} would cost more than was paid for it. Set it aside here and register it in a new batch.`,
  'batch.refund-changed': ({ number = '', refundableCents = 0 }) =>
    `The money of batch ${number} has changed: ${formatKes(Number(refundableCents))} can be asked back now. Look at it again.`,
  'receipt.refunded': ({ receiptNumber = '' }) =>
    `Money was asked back under receipt ${receiptNumber}, so it can no longer be declared void.`,
  'school.has-problems': (facts) =>
    `${facts['bad'] ?? 'Some'} rows still have a problem and ${facts['good'] ?? 0} are good. Mend those with a problem or set them aside; at least one row must be good.`,
  'school.seats-changed': (facts) =>
    `The seats have changed since you looked: ${facts['booked'] ?? 0} would be FINAL now and ${facts['waiting'] ?? 0} would wait. Nothing was booked; look again.`,
  'school.booked-already': ({ number = '' }) => `List ${number} is booked already. Open a new list for more candidates.`,
  'school.nothing-back': ({ number = '' }) => `Nothing of list ${number} has come back, so there is nothing to send again.`,
  'school.not-given-up': ({ number = '' }) => `List ${number} goes on. Only a list that was cancelled can be made anew.`,
  'school.too-many': ({ most = '' }) => `A list takes at most ${most} candidates. Nothing was kept; make two lists of it.`,
  'batch.own-check': () => 'You have worked on this batch yourself. A colleague must look it through before it goes.',
  'batch.has-problems': (facts) =>
    `${facts['bad'] ?? 'Some'} rows still have a problem and ${facts['good'] ?? 0} are good. Mend the bad ones or set them aside; at least one row must be good.`,
  'stock.wrong-state': ({ chassis = '' }) => `${chassis} has moved on since you looked. Open the list again and choose anew.`,
  'stock.two-dealers': ({ chassis = '' }) => `${chassis} is another dealer’s than the first one chosen. Choose motorcycles of one dealer.`,
  'stock.on-its-way': ({ chassis = '', batch = '' }) =>
    `${chassis} was paid for and sent${batch === '' ? '' : ` with batch ${batch}`}. It can be taken back only if the registrar returns it.`,
  'stock.reason-missing': () => 'Say in the note why it leaves the stock.',
  'stock.file-too-long': ({ rows = '', longest = '' }) =>
    `This file has ${rows} rows; at most ${longest} are taken in at once. Divide it and bring the parts one after the other.`,
  'stock.not-good': () => 'Something of this motorcycle cannot be right. Look at the marked field.',
  'stock.registered-already': ({ chassis = '', plate = '' }) =>
    `${chassis} or its engine is registered already as ${plate}. Look at the metal again.`,
  'stock.there-already': ({ chassis = '', engine = '' }) =>
    `One of these numbers is in stock already, as chassis ${chassis} with engine ${engine}. Look at the metal again.`,
  'stock.sold-into-batch': ({ number = '' }) => `Motorcycles were sold into batch ${number}. Cancel their sale in the stock first.`,
  'stock.unknown': () => 'The hub has no such motorcycle in this dealer’s stock. It may be in another’s: look at its state in the stock.',
  'stock.none-like': ({ text = '' }) =>
    `No motorcycle of the stock has ${text} in its chassis or engine number. Scan the chassis, or take it in first.`,
  'stock.several-like': ({ text = '' }) => `More than one motorcycle has ${text} in its numbers. Type more of the chassis, or scan it.`,
  'plate.serial-needed': ({ plate = '' }) => `Read the serial off the plate ${plate} and type it: this office keeps its plates by serial.`,
  'plate.serial-not-here': ({ serial = '' }) =>
    `No unused plate with serial ${serial} lies here: it was given to a motorcycle before, or its pack was not received at this PC. Read it off the plate again, then tell your supervisor.`,
  'plate.serial-given': ({ serial = '', plate = '' }) =>
    `The plate with serial ${serial} was given to another mark than ${plate} before. One of the two is false: hand nothing over, send it back from the shelf and tell the head office.`,
  'trade-plate.shape': ({ plate = '' }) => `${plate} is no KD plate. A dealer’s plate is KD and three or four figures, such as KD 123A.`,
  'trade-plate.hours': ({ plate = '' }) =>
    `${plate} may be on the road from 6 in the morning to 6 in the evening only. Send it out tomorrow.`,
  'trade-plate.out': ({ plate = '', chassis = '', driver = '', at = '' }) =>
    `${plate} is out: ${driver} has it on ${chassis} since ${at}. Write it back in first, or take another plate.`,
  'trade-plate.not-out': ({ plate = '', at = '' }) => `${plate} came back already (${at}).`,
  'trade-plate.vehicle-out': ({ chassis = '', plate = '' }) => `${chassis} is out already, on ${plate}. Write that plate back in first.`,
  'trade-plate.vehicle-state': ({ chassis = '' }) =>
    `${chassis} has its own plates, or has left the stock, so it goes nowhere on a KD plate.`,
  'dealer.pin-malformed': (facts) => `“${facts['pin'] ?? ''}” is not a KRA PIN of an organisation. It is P, nine digits and a letter.`,
  'dealer.known': (facts) => `A dealer with this KRA PIN is known already: ${facts['name'] ?? ''}. Choose it from the list.`,
  'disk.no-scans': (facts) =>
    `The disk has only ${Math.floor(Number(facts['freeBytes'] ?? 0) / 1_000_000)} MB left, so no scan is added. Money, receipts and everything typed are still saved. Make room on the disk, then add the scan.`,
  ...testDayRefusals,
};

export type RefusalWords = typeof refusals;
