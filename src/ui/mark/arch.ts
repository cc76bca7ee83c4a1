/** One path in a box of 24: an outer arch, the opening under an inner arch, and the step before the door. */
export const ARCH = "M3 20V11a9 9 0 0 1 18 0v9h-5v-9a4 4 0 0 0-8 0v9H3Zm7.5 0v-8.5a1.5 1.5 0 0 1 3 0V20h-3Z";
