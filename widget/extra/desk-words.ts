/** What is said around a conversation: handing it to a person, ending it, erasing it. */
export const deskEnglish = {
  escalateTitle: "Talk to a person",
  escalateText: "Someone from our team will read this conversation and answer you here.",
  emailLabel: "E-mail, if you want to be told of the answer (optional)",
  reasonLabel: "What should they know? (optional)",
  escalateSend: "Ask for a person",
  escalated: "We have told our team. A person will answer you here.",
  endTitle: "End this conversation",
  endText: "Was your question answered?",
  yes: "Yes",
  no: "No",
  rateText: "How was this chat, from 1 to 10? (optional)",
  endSend: "End conversation",
  deleteTitle: "Delete this conversation",
  deleteText: "Everything that was said here will be erased. This cannot be undone.",
  deleteSend: "Delete for good",
  deleted: "The conversation was deleted.",
  cancel: "Cancel",
  transcript: "Transcript",
};

export type DeskWords = typeof deskEnglish;
