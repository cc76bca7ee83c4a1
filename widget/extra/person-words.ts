/** Who answers, below the title, while that is not the assistant. */
export const personEnglish = {
  waitingForPerson: "Waiting for a person",
  withPerson: "You are talking to a person",
};
