/** How often a source is read again, as it is offered. */
export const scheduleLabels = { off: "Only by hand", daily: "Every day", weekly: "Every week" };
type Schedule = keyof typeof scheduleLabels;

export function toSchedule(text: string): Schedule {
  return text in scheduleLabels ? (text as Schedule) : "off";
}
