/** What is said below an answer that can be judged. */
export const judgeEnglish = {
  helpful: "Good answer",
  notHelpful: "Bad answer",
  thanks: "Thank you for telling us.",
  talkToPerson: "Talk to a person",
};
