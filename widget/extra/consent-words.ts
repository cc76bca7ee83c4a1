export const consentEnglish = {
  consentText:
    "You are about to chat with an AI assistant. Your messages are sent to this site’s chat service and kept to answer you.",
  consentAgree: "Agree and start",
};
