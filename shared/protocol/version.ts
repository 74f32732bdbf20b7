/**
 * History of the protocol; the newest line is what this program speaks. The oldest version a hub answers must never be raised while an
 * office may still hold unsent entries of it.
 *
 * 1 (2026-11) enrol, push, pull, look-up of vehicles and drivers, one-time codes, scans by hash.
 */
export const protocolVersion = 1;
export const oldestAnsweredVersion = 1;
